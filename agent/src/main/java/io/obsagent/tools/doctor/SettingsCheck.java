package io.obsagent.tools.doctor;

import io.obsagent.config.AgentSettings;
import io.obsagent.config.LogSettings;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import io.obsagent.config.TraceSettings;

/** What the agent will say about its settings, before it can say it. */
final class SettingsCheck implements Check {
    @Override
    public void run(Target target, Report report) {
        Settings settings = TargetSettings.of(target);
        if (!AgentSettings.of(settings).enabled) {
            report.warning("settings", "switch the agent off", "remove OBS_ENABLED=false or OTEL_SDK_DISABLED=true");
        }
        TraceSettings.of(settings);
        LogSettings.of(settings);
        for (OtlpSettings.Signal signal : OtlpSettings.Signal.values()) {
            OtlpSettings.of(settings, signal);
        }
        for (String line : settings.warnings().lines()) {
            report.warning("settings", line, "correct it; the agent goes on with what is said");
        }
        if (!target.environment.containsKey("OTEL_SERVICE_NAME")
                && target.options.property("otel.service.name") == null
                && !target.environment.getOrDefault("OTEL_RESOURCE_ATTRIBUTES", "").contains("service.name=")) {
            report.unknown("service name", "not set: the name of Spring's application, the jar or the main class is used");
        }
    }
}
