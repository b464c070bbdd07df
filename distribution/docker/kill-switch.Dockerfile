# The agent behind a file (HotSpot, Java 11 and newer): mount an empty file over /opt/obs-agent/jvm-options, for example
# from a ConfigMap, and JVMs started from then on run without the agent. The file must exist: a JVM that misses it ends.
FROM registry.example/obs-agent-java:1.0.0 AS obs-agent

FROM eclipse-temurin:21-jre
COPY --from=obs-agent /javaagent.jar /opt/obs-agent/javaagent.jar
COPY jvm-options /opt/obs-agent/jvm-options
ENV JAVA_TOOL_OPTIONS="-XX:VMOptionsFile=/opt/obs-agent/jvm-options"
