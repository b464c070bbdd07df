package io.obsagent.telemetry.propagation;

import io.obsagent.id.Hex;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Trace;
import java.util.List;

/** Jaeger's {@code uber-trace-id: trace:span:parent:flags}; leading zeros may be missing, colons may be percent-encoded. */
final class JaegerFormat extends Format {
    private static final String HEADER = "uber-trace-id";

    @Override
    List<String> fields() {
        return List.of(HEADER);
    }

    @Override
    <C> RemoteContext extract(C carrier, Getter<C> getter, MalformedHeaders malformed) {
        String header = getter.get(carrier, HEADER);
        if (header == null) {
            return null;
        }
        String[] parts = header.trim().replace("%3A", ":").replace("%3a", ":").split(":");
        if (parts.length != 4 || parts[0].length() > 32 || parts[1].length() > 16 || parts[3].length() > 2
                || !Hex.isHex(parts[0]) || !Hex.isHex(parts[1]) || !Hex.isHex(parts[3])) {
            return malformed.none(HEADER);
        }
        int split = Math.max(0, parts[0].length() - 16);
        long high = split == 0 ? 0 : Hex.parse(parts[0], 0, split);
        long low = Hex.parse(parts[0], split, parts[0].length());
        long span = Hex.parse(parts[1], 0, parts[1].length());
        boolean sampled = (Hex.parse(parts[3], 0, parts[3].length()) & 1) != 0;
        return (high | low) == 0 || span == 0 ? malformed.none(HEADER) : new RemoteContext(high, low, span, sampled, null, null);
    }

    @Override
    <C> void inject(Operation operation, C carrier, Setter<C> setter) {
        Trace trace = operation.trace();
        setter.set(carrier, HEADER, Hex.of(trace.high(), trace.low()) + ":" + Hex.of(operation.spanId())
                + ":0:" + (trace.sampled() ? "1" : "0"));
    }
}
