package io.obsagent.export.pipeline;

import io.obsagent.export.SpanExporter;
import io.obsagent.id.Hex;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Span;
import io.obsagent.telemetry.Trace;
import java.util.Arrays;
import java.util.List;

/** Prints one line a span to standard output ({@code OTEL_TRACES_EXPORTER=console}), for looking at what is sent. */
final class ConsoleSpanExporter implements SpanExporter {
    @Override
    public void export(List<Operation> batch) {
        for (Operation operation : batch) {
            System.out.println(line(operation));
        }
    }

    private static StringBuilder line(Operation operation) {
        Span span = operation.span();
        Trace trace = operation.trace();
        StringBuilder line = new StringBuilder(256).append("span ").append(span.kind()).append(" \"").append(span.name())
                .append("\" ").append((span.endNanos() - operation.startNanos()) / 1000).append("us trace=")
                .append(Hex.of(trace.high(), trace.low())).append(" span=").append(Hex.of(operation.spanId()))
                .append(" parent=").append(Hex.of(span.parentId()));
        for (int i = 0; i < span.attributeCount(); i++) {
            Object value = span.attributeValue(i);
            line.append(' ').append(span.attributeKey(i)).append('=')
                    .append(value instanceof String[] ? Arrays.toString((String[]) value) : value);
        }
        return line;
    }
}
