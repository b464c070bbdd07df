package io.obsagent.start;

import io.obsagent.config.JvmAgents;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.List;

/**
 * Looks for another APM agent in the process: two that trace would give every request two traces. By the agents that the
 * JVM was told to load, whose jars may have been renamed, and by classes loaded already.
 */
final class OtherAgents {
    /** What the jar is called, the class it starts with, and how people call it. */
    private static final String[][] KNOWN = {
        {"opentelemetry-javaagent", "io.opentelemetry.javaagent.OpenTelemetryAgent", "OpenTelemetry"},
        {"grafana-opentelemetry-java", "io.opentelemetry.javaagent.OpenTelemetryAgent", "Grafana OpenTelemetry"},
        {"splunk-otel-javaagent", "com.splunk.opentelemetry.SplunkAgent", "Splunk"},
        {"aws-opentelemetry-agent", "io.opentelemetry.javaagent.OpenTelemetryAgent", "AWS OpenTelemetry"},
        {"dd-java-agent", "datadog.trace.bootstrap.AgentBootstrap", "Datadog"},
        {"dd-java-agent", "datadog.trace.bootstrap.AgentPreCheck", "Datadog"},
        {"elastic-apm-agent", "co.elastic.apm.agent.premain.AgentMain", "Elastic APM"},
        {"elastic-otel-javaagent", "co.elastic.otel.agent.ElasticAgent", "Elastic OpenTelemetry"},
        {"newrelic", "com.newrelic.bootstrap.BootstrapAgent", "New Relic"},
        {"applicationinsights-agent", "com.microsoft.applicationinsights.agent.Agent", "Application Insights"},
        {"skywalking-agent", "org.apache.skywalking.apm.agent.SkyWalkingAgent", "SkyWalking"},
        {"pinpoint-bootstrap", "com.navercorp.pinpoint.bootstrap.PinpointBootStrap", "Pinpoint"},
        {"glowroot", "org.glowroot.agent.AgentPremain", "Glowroot"},
        {"inspectit-ocelot", "rocks.inspectit.ocelot.agent.AgentMain", "inspectIT Ocelot"},
        {"scouter.agent", "scouter.agent.JavaAgent", "Scouter"},
        {"kanela-agent", "kanela.agent.Kanela", "Kamon"},
        {"javaagent.jar=appdynamics", "com.appdynamics.agent.Agent", "AppDynamics"},
        {"liboneagentloader", "com.dynatrace.diagnostics.instrumentation.Agent", "Dynatrace"},
    };

    /** Names of the threads on which these agents send what they measured; that traffic is not the application's. */
    private static final String[] THREADS = {
        "BatchSpanProcessor_", "BatchLogRecordProcessor_", "PeriodicMetricReader", "otel-", "dd-", "elastic-apm-",
        "New Relic ",
    };

    private OtherAgents() {}

    /** The name of the first one found, null for none. */
    static String find(Instrumentation instrumentation) {
        List<String> options = JvmAgents.options();
        for (String option : options) {
            for (String[] agent : KNOWN) {
                if (option.contains(agent[0])) {
                    return agent[2];
                }
            }
        }
        boolean alone = options.size() < 2;
        for (String option : alone ? Collections.<String>emptyList() : options) {
            String name = startingWith(JvmAgents.premainClass(option));
            if (name != null) {
                return name;
            }
        }
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName().startsWith("java.") ? null : startingWith(type.getName());
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static String startingWith(String type) {
        for (String[] agent : KNOWN) {
            if (agent[1].equals(type)) {
                return agent[2];
            }
        }
        return null;
    }

    static String[] threads() {
        return THREADS.clone();
    }
}
