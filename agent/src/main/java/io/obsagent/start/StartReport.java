package io.obsagent.start;

import io.obsagent.config.AgentLog;
import io.obsagent.config.AgentVersion;
import io.obsagent.config.Exporter;
import io.obsagent.config.LogSettings;
import io.obsagent.config.MetricSettings;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import io.obsagent.config.TraceSettings;
import io.obsagent.weave.WeaveReport;
import java.util.List;
import java.util.Map;

/** The one line at start: what is woven, where data goes, how long premain took, and what was skipped and why. */
final class StartReport {
    private final Settings settings;
    private final String otherAgent;
    private final boolean tracing;
    private final boolean attached;
    private final long premainNanos;

    StartReport(Settings settings, String otherAgent, boolean tracing, boolean attached, long premainNanos) {
        this.settings = settings;
        this.otherAgent = otherAgent;
        this.tracing = tracing;
        this.attached = attached;
        this.premainNanos = premainNanos;
    }

    /** @param refused classes of a running process that could not be woven */
    void print(String serviceName, WeaveReport weaving, List<String> refused) {
        if (otherAgent != null) {
            AgentLog.warn(otherAgent + " agent is in this process too: "
                    + (tracing ? "both trace it" : "metrics and profiles only, obs.other-agent.traces=true to trace as well"));
        }
        StringBuilder line = new StringBuilder(200).append("obs-agent ").append(AgentVersion.VERSION)
                .append(attached ? " attached to " : " started for ").append(serviceName)
                .append(": premain ").append(premainNanos / 1_000_000).append(" ms, traces to ").append(destination(true))
                .append(", metrics to ").append(destination(false)).append(", woven so far: ");
        Map<String, Integer> woven = weaving.wovenClasses();
        line.append(woven.isEmpty() ? "nothing" : woven.toString().replace("{", "").replace("}", ""));
        LogSettings.of(settings);
        settings.reportUnknown();
        for (String warning : settings.warnings().lines()) {
            AgentLog.warn(warning);
        }
        AgentLog.info(line.toString());
        if (attached) {
            AgentLog.info("what ran before the agent was attached is seen from its next call on; connections and"
                    + " statements that were open are measured without address" + refusedText(refused));
        } else if (!refused.isEmpty()) {
            AgentLog.debug("classes that the JVM does not let anybody change: " + refused);
        }
    }

    private static String refusedText(List<String> refused) {
        return refused.isEmpty() ? "" : "; could not be woven: " + refused;
    }

    private String destination(boolean traces) {
        List<Exporter> exporters = traces ? TraceSettings.of(settings).exporters : MetricSettings.of(settings).exporters;
        if (exporters.isEmpty() || traces && !tracing) {
            return "nowhere";
        }
        if (!exporters.contains(Exporter.OTLP)) {
            return "the console";
        }
        return OtlpSettings.of(settings, traces ? OtlpSettings.Signal.TRACES : OtlpSettings.Signal.METRICS).endpoint.toString();
    }
}
