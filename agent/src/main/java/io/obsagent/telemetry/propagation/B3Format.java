package io.obsagent.telemetry.propagation;

import io.obsagent.id.Hex;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Trace;
import java.util.List;

/** B3 of Zipkin, in one header or in several; both forms are read, the chosen one is written. */
final class B3Format extends Format {
    private static final String SINGLE = "b3";
    private static final String TRACE = "X-B3-TraceId";
    private static final String SPAN = "X-B3-SpanId";
    private static final String SAMPLED = "X-B3-Sampled";
    private static final String FLAGS = "X-B3-Flags";

    private final boolean multi;

    B3Format(boolean multi) {
        this.multi = multi;
    }

    @Override
    List<String> fields() {
        return multi ? List.of(TRACE, SPAN, SAMPLED) : List.of(SINGLE);
    }

    @Override
    <C> RemoteContext extract(C carrier, Getter<C> getter, MalformedHeaders malformed) {
        String single = getter.get(carrier, SINGLE);
        if (single != null) {
            String[] parts = single.trim().split("-");
            if (parts.length < 2) {
                return parts[0].length() == 1 ? null : malformed.none(SINGLE); // a decision alone is no context
            }
            return known(context(parts[0], parts[1], parts.length > 2 && isSampled(parts[2])), SINGLE, malformed);
        }
        String trace = getter.get(carrier, TRACE);
        String span = getter.get(carrier, SPAN);
        if (trace == null || span == null) {
            return null;
        }
        boolean debug = "1".equals(getter.get(carrier, FLAGS));
        return known(context(trace.trim(), span.trim(), debug || isSampled(getter.get(carrier, SAMPLED))), TRACE, malformed);
    }

    private static RemoteContext known(RemoteContext context, String header, MalformedHeaders malformed) {
        return context == null ? malformed.none(header) : context;
    }

    private static boolean isSampled(String value) {
        return "1".equals(value) || "d".equals(value) || "true".equalsIgnoreCase(value);
    }

    private static RemoteContext context(String trace, String span, boolean sampled) {
        boolean wide = trace.length() == 32;
        if (!wide && trace.length() != 16 || span.length() != 16 || !Hex.isHex(trace) || !Hex.isHex(span)) {
            return null;
        }
        long high = wide ? Hex.parse(trace, 0, 16) : 0;
        long low = Hex.parse(trace, trace.length() - 16, trace.length());
        long id = Hex.parse(span, 0, 16);
        return (high | low) == 0 || id == 0 ? null : new RemoteContext(high, low, id, sampled, null, null);
    }

    @Override
    <C> void inject(Operation operation, C carrier, Setter<C> setter) {
        Trace trace = operation.trace();
        String traceId = Hex.of(trace.high(), trace.low());
        String spanId = Hex.of(operation.spanId());
        String sampled = trace.sampled() ? "1" : "0";
        if (multi) {
            setter.set(carrier, TRACE, traceId);
            setter.set(carrier, SPAN, spanId);
            setter.set(carrier, SAMPLED, sampled);
        } else {
            setter.set(carrier, SINGLE, traceId + "-" + spanId + "-" + sampled);
        }
    }
}
