package io.obsagent.export.transport;

import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** OTLP settings for tests, as a user would write them. */
public final class Otlp {
    private Otlp() {}

    /** Settings of traces: name, value, name, value, ... without {@code otel.exporter.otlp.} before each name. */
    public static OtlpSettings settings(String... pairs) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put("otel.exporter.otlp." + pairs[i], pairs[i + 1]);
        }
        return OtlpSettings.of(Settings.of(null, properties, Collections.emptyMap()), OtlpSettings.Signal.TRACES);
    }
}
