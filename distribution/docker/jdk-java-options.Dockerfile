# The agent for the `java` command alone (Java 11 and newer): keytool, jcmd and the like do not notice. Not read by
# launchers of their own, such as jpackage's, or by Java 8.
FROM registry.example/obs-agent-java:1.0.0 AS obs-agent

FROM eclipse-temurin:21-jre
COPY --from=obs-agent /javaagent.jar /opt/obs-agent/javaagent.jar
ENV JDK_JAVA_OPTIONS="-javaagent:/opt/obs-agent/javaagent.jar"
