package io.obsagent.export;

import io.obsagent.config.AgentVersion;
import io.obsagent.config.MetricSettings;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.TraceSettings;
import io.obsagent.export.transport.SocketTransport;
import java.util.Map;

/** Makes the exporters of OTLP as the settings want them. Making one connects to nothing and never fails. */
public final class OtlpExporters {
    /** First and longest pause between attempts, as in the SDK's default retry policy. */
    private static final Backoff BACKOFF = new Backoff(1_000, 5_000);

    private OtlpExporters() {}

    /** @param resource the attributes of the resource that all spans are of */
    public static OtlpSpanExporter spans(OtlpSettings settings, TraceSettings form, Map<String, Object> resource) {
        return new OtlpSpanExporter(delivery(settings, form.exportTimeoutMillis), resource);
    }

    public static OtlpMetricExporter metrics(OtlpSettings settings, MetricSettings form) {
        return new OtlpMetricExporter(delivery(settings, form.timeoutMillis), form);
    }

    private static Delivery delivery(OtlpSettings settings, long longestMillis) {
        String userAgent = "obs-agent/" + AgentVersion.VERSION;
        long timeoutMillis = Math.min(settings.timeoutMillis, longestMillis);
        return new Delivery(settings, SocketTransport.of(settings, userAgent), BACKOFF, timeoutMillis);
    }
}
