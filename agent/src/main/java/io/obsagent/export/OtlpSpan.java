package io.obsagent.export;

import io.obsagent.export.proto.ProtoWriter;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Span;
import io.obsagent.telemetry.SpanEvent;
import io.obsagent.telemetry.Trace;

/**
 * An ended operation as the message {@code Span} (opentelemetry/proto/trace/v1/trace.proto). Straight from our own objects:
 * through the SDK's data types and marshaler each span cost 284 B more (docs/measurements.md).
 */
final class OtlpSpan {
    private static final int SAMPLED = 1;
    private static final int RANDOM = 2;
    private static final int REMOTE_IS_KNOWN = 0x100;
    private static final int REMOTE = 0x200;
    private static final int STATUS_ERROR = 2;

    private OtlpSpan() {}

    static void write(ProtoWriter out, int field, Operation operation) {
        Span span = operation.span();
        Trace trace = operation.trace();
        int message = out.open(field);
        out.id(1, trace.high(), trace.low()).id(2, operation.spanId());
        text(out, 3, trace.state());
        if (span.parentId() != 0) {
            out.id(4, span.parentId());
        }
        text(out, 5, span.name());
        out.varint(6, span.kind().ordinal() + 1); // in the protocol's order, whose 0 is "unspecified"
        out.fixed64(7, operation.startNanos() + trace.epochOffset()).fixed64(8, span.endNanos() + trace.epochOffset());
        OtlpAttributes.write(out, 9, span);
        out.varint(10, span.droppedAttributes());
        for (int i = 0; i < span.eventCount(); i++) {
            event(out, 11, span.event(i), trace.epochOffset());
        }
        out.varint(12, span.droppedEvents());
        for (int i = 0; i < span.linkCount(); i++) {
            link(out, 13, span.linked(i));
        }
        out.varint(14, span.droppedLinks());
        if (span.error()) {
            status(out, 15, span.description());
        }
        out.fixed32(16, SAMPLED | (trace.random() ? RANDOM : 0) | REMOTE_IS_KNOWN | (span.remoteParent() ? REMOTE : 0));
        out.close(message);
    }

    /** Null and empty are left out. */
    private static void text(ProtoWriter out, int field, String value) {
        if (value != null && !value.isEmpty()) {
            out.text(field, value);
        }
    }

    private static void event(ProtoWriter out, int field, SpanEvent event, long epochOffset) {
        int message = out.open(field);
        out.fixed64(1, event.nanos() + epochOffset).text(2, event.name());
        OtlpAttributes.write(out, 3, event.attributes());
        out.close(message);
    }

    private static void link(ProtoWriter out, int field, RemoteContext linked) {
        int message = out.open(field);
        out.id(1, linked.traceHigh(), linked.traceLow()).id(2, linked.spanId());
        text(out, 3, linked.traceState());
        out.fixed32(6, REMOTE_IS_KNOWN | REMOTE | (linked.sampled() ? SAMPLED : 0) | (linked.random() ? RANDOM : 0));
        out.close(message);
    }

    private static void status(ProtoWriter out, int field, String description) {
        int message = out.open(field);
        text(out, 2, description);
        out.varint(3, STATUS_ERROR);
        out.close(message);
    }
}
