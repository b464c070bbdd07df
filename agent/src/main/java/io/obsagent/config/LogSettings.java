package io.obsagent.config;

import java.util.List;

/**
 * The settings of log records. The agent sends none yet: they are read so that a bad value is named, and so that somebody
 * who asks for logs is told. Immutable.
 */
public final class LogSettings {
    /** Empty for {@code none}. */
    public final List<Exporter> exporters;

    private LogSettings(Settings settings) {
        exporters = settings.choices(Keys.LOGS_EXPORTER, Exporter.values());
        settings.millis(Keys.BLRP_SCHEDULE_DELAY);
        settings.millis(Keys.BLRP_EXPORT_TIMEOUT);
        settings.count(Keys.BLRP_MAX_QUEUE_SIZE, 1);
        settings.count(Keys.BLRP_MAX_EXPORT_BATCH_SIZE, 1);
        settings.limit(Keys.LOGRECORD_ATTRIBUTE_VALUE_LENGTH);
        settings.limit(Keys.LOGRECORD_ATTRIBUTE_COUNT);
        OtlpSettings.of(settings, OtlpSettings.Signal.LOGS);
        if (settings.isSet(Keys.LOGS_EXPORTER) && !exporters.isEmpty()) {
            settings.warnings().add(settings.origin(Keys.LOGS_EXPORTER) + "=" + settings.text(Keys.LOGS_EXPORTER)
                    + " has no effect: this version sends no logs");
        }
    }

    public static LogSettings of(Settings settings) {
        return new LogSettings(settings);
    }
}
