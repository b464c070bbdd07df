package io.obsagent.start;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;

/**
 * Looks for another APM agent in the process: two that trace would give every request two traces. By the command line
 * and the variables that add to it (JMX, which also knows, must not be touched in premain), and by classes loaded already.
 */
final class OtherAgents {
    /** What the jar is called, the class it starts with, and how people call it. */
    private static final String[][] KNOWN = {
        {"opentelemetry-javaagent", "io.opentelemetry.javaagent.OpenTelemetryAgent", "OpenTelemetry"},
        {"grafana-opentelemetry-java", "io.opentelemetry.javaagent.OpenTelemetryAgent", "Grafana OpenTelemetry"},
        {"splunk-otel-javaagent", "com.splunk.opentelemetry.SplunkAgent", "Splunk"},
        {"aws-opentelemetry-agent", "io.opentelemetry.javaagent.OpenTelemetryAgent", "AWS OpenTelemetry"},
        {"dd-java-agent", "datadog.trace.bootstrap.AgentBootstrap", "Datadog"},
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

    private OtherAgents() {}

    /** The name of the first one found, null for none. */
    static String find(Instrumentation instrumentation) {
        String commandLine = agentOptions();
        for (String[] agent : KNOWN) {
            if (commandLine.contains(agent[0])) {
                return agent[2];
            }
        }
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName();
            if (name.startsWith("java.")) {
                continue;
            }
            for (String[] agent : KNOWN) {
                if (name.equals(agent[1])) {
                    return agent[2];
                }
            }
        }
        return null;
    }

    /** Only the options that name agents: an application's own class path may well hold a jar called newrelic-api. */
    private static String agentOptions() {
        StringBuilder options = new StringBuilder();
        append(options, processArguments());
        append(options, System.getenv("JAVA_TOOL_OPTIONS"));
        append(options, System.getenv("JDK_JAVA_OPTIONS"));
        append(options, System.getenv("_JAVA_OPTIONS"));
        return options.toString();
    }

    private static void append(StringBuilder options, String text) {
        if (text == null) {
            return;
        }
        for (int at = text.indexOf("-javaagent:"); at >= 0; at = text.indexOf("-javaagent:", at + 1)) {
            options.append(word(text, at)).append('\n');
        }
        for (int at = text.indexOf("-agentpath:"); at >= 0; at = text.indexOf("-agentpath:", at + 1)) {
            options.append(word(text, at)).append('\n');
        }
    }

    private static String word(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) > ' ') {
            to++;
        }
        return text.substring(from, to);
    }

    private static String processArguments() {
        try (InputStream in = new FileInputStream("/proc/self/cmdline")) {
            byte[] bytes = new byte[64 * 1024];
            int length = 0;
            for (int n = in.read(bytes); n > 0; n = in.read(bytes, length, bytes.length - length)) {
                length += n;
            }
            return new String(bytes, 0, length, "ISO-8859-1");
        } catch (IOException e) {
            return null; // not Linux: the variables and the loaded classes have to do
        }
    }
}
