package io.obsagent.telemetry.propagation;

import io.obsagent.id.Hex;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Trace;
import java.util.List;

/** AWS X-Ray's {@code X-Amzn-Trace-Id: Root=1-8 digits-24 digits;Parent=16 digits;Sampled=1}, parts in any order. */
final class XRayFormat extends Format {
    private static final String HEADER = "X-Amzn-Trace-Id";

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
        String trace = null;
        String span = null;
        boolean sampled = false;
        for (String part : header.split(";")) {
            String trimmed = part.trim();
            if (trimmed.startsWith("Root=1-") && trimmed.length() == 40 && trimmed.charAt(15) == '-') {
                trace = trimmed.substring(7, 15) + trimmed.substring(16);
            } else if (trimmed.startsWith("Parent=") && trimmed.length() == 23) {
                span = trimmed.substring(7);
            } else if (trimmed.startsWith("Sampled=")) {
                sampled = trimmed.equals("Sampled=1");
            }
        }
        if (trace == null || span == null || !Hex.isHex(trace) || !Hex.isHex(span)) {
            return malformed.none(HEADER);
        }
        long high = Hex.parse(trace, 0, 16);
        long low = Hex.parse(trace, 16, 32);
        long id = Hex.parse(span, 0, 16);
        return (high | low) == 0 || id == 0 ? malformed.none(HEADER) : new RemoteContext(high, low, id, sampled, null, null);
    }

    @Override
    <C> void inject(Operation operation, C carrier, Setter<C> setter) {
        Trace trace = operation.trace();
        String id = Hex.of(trace.high(), trace.low());
        setter.set(carrier, HEADER, "Root=1-" + id.substring(0, 8) + "-" + id.substring(8)
                + ";Parent=" + Hex.of(operation.spanId()) + ";Sampled=" + (trace.sampled() ? "1" : "0"));
    }
}
