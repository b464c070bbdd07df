package io.obsagent.export.pipeline;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Prints one line a span to standard output ({@code OTEL_TRACES_EXPORTER=console}), for looking at what is sent. */
final class ConsoleSpanExporter implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        for (SpanData span : spans) {
            StringBuilder line = new StringBuilder(256).append("span ").append(span.getKind()).append(" \"")
                    .append(span.getName()).append("\" ").append((span.getEndEpochNanos() - span.getStartEpochNanos()) / 1000)
                    .append("us trace=").append(span.getTraceId()).append(" span=").append(span.getSpanId())
                    .append(" parent=").append(span.getParentSpanId());
            span.getAttributes().forEach((key, value) -> line.append(' ').append(key.getKey()).append('=').append(value));
            System.out.println(line);
        }
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
