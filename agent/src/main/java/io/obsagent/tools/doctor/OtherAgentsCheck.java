package io.obsagent.tools.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Agents that do the same work: spans and series would be counted twice, and two profilers fight over signals. */
final class OtherAgentsCheck implements Check {
    /** Name, then the words that give it away in a path, an option or a class name. */
    private static final String[][] KNOWN = {
        {"OpenTelemetry agent", "opentelemetry", "otel-auto-instrumentation"}, {"Datadog agent", "dd-java-agent", "datadog"},
        {"Elastic APM agent", "elastic"}, {"New Relic agent", "newrelic"},
        {"AppDynamics agent", "appdynamics", "singularity"}, {"SkyWalking agent", "skywalking"},
        {"Pinpoint agent", "pinpoint"}, {"Glowroot", "glowroot"}, {"Application Insights agent", "applicationinsights"},
        {"Pyroscope agent", "pyroscope"}, {"Dynatrace OneAgent", "oneagent", "dynatrace"}, {"Instana agent", "instana"},
        {"async-profiler", "asyncprofiler", "async-profiler"},
    };

    @Override
    public void run(Target target, Report report) {
        List<String> harmless = new ArrayList<>();
        boolean conflict = false;
        for (JvmOptions.Option option : target.options.all()) {
            boolean nativeAgent = option.word.startsWith("-agentpath:") || option.word.startsWith("-agentlib:");
            if (option.isAgent() && !AgentJars.isOurs(target, option.jar()) || nativeAgent) {
                String traits = option.word + " " + (nativeAgent ? "" : AgentJars.premainClass(target, option.jar()));
                String name = known(traits);
                if (name == null) {
                    harmless.add(nativeAgent ? option.word.split("[=]")[0] : option.jar());
                } else {
                    conflict = true;
                    report.problem("other agent", name + " in " + option.source
                            + ": it does the same work, at its own cost", "remove one of the two");
                }
            }
        }
        String preload = known(target.environment.getOrDefault("LD_PRELOAD", ""));
        if (preload != null) {
            conflict = true;
            report.problem("other agent", preload + " by LD_PRELOAD: it does the same work, at its own cost",
                    "exclude this process from its injection");
        }
        if (!conflict) {
            report.ok("other agents", harmless.isEmpty() ? "none" : "none that conflicts; also there: "
                    + String.join(", ", harmless));
        }
    }

    private static String known(String traits) {
        String lower = traits.toLowerCase(Locale.ROOT);
        for (String[] agent : KNOWN) {
            for (int i = 1; i < agent.length; i++) {
                if (lower.contains(agent[i])) {
                    return agent[0];
                }
            }
        }
        return null;
    }
}
