# The agent for every JVM of the image. The jar runs on glibc, musl (Alpine) and distroless alike: the base image does
# not matter, and nothing but COPY happens at build time.
FROM registry.example/obs-agent-java:1.0.0 AS obs-agent

FROM eclipse-temurin:21-jre
COPY --from=obs-agent /javaagent.jar /opt/obs-agent/javaagent.jar
# Behind every RUN that calls java, keytool or mvn: from here on each JVM says "Picked up JAVA_TOOL_OPTIONS".
ENV JAVA_TOOL_OPTIONS="-javaagent:/opt/obs-agent/javaagent.jar"
