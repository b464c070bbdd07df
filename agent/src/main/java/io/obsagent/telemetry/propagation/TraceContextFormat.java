package io.obsagent.telemetry.propagation;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Trace;
import java.util.List;

/** W3C Trace Context, level 1: {@code traceparent} and {@code tracestate}. */
final class TraceContextFormat extends Format {
    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    private static final int LENGTH = 55;

    @Override
    List<String> fields() {
        return List.of(PARENT, STATE);
    }

    @Override
    <C> RemoteContext extract(C carrier, Getter<C> getter) {
        String header = getter.get(carrier, PARENT);
        if (header == null) {
            return null;
        }
        String parent = header.trim();
        if (!isValid(parent)) {
            return null; // a repeated header arrives joined by a comma and is malformed too: the trace restarts
        }
        long high = Hex.parse(parent, 3, 19);
        long low = Hex.parse(parent, 19, 35);
        long span = Hex.parse(parent, 36, 52);
        if ((high | low) == 0 || span == 0) {
            return null;
        }
        boolean sampled = (Character.digit(parent.charAt(54), 16) & 1) != 0;
        return new RemoteContext(high, low, span, sampled, TraceStateHeader.cleaned(getter.get(carrier, STATE)), null);
    }

    private static boolean isValid(String parent) {
        if (parent.length() < LENGTH || parent.charAt(2) != '-' || parent.charAt(35) != '-' || parent.charAt(52) != '-'
                || !Hex.isLower(parent, 0, 2) || !Hex.isLower(parent, 3, 35) || !Hex.isLower(parent, 36, 52)
                || !Hex.isLower(parent, 53, 55) || parent.startsWith("ff")) {
            return false;
        }
        // Version 00 is exactly 55 characters; a later one may have more behind a further dash.
        return parent.length() == LENGTH || !parent.startsWith("00") && parent.charAt(LENGTH) == '-';
    }

    @Override
    <C> void inject(Operation operation, C carrier, Setter<C> setter) {
        Trace trace = operation.trace();
        setter.set(carrier, PARENT, parent(operation, trace));
        if (trace.state() != null) {
            setter.set(carrier, STATE, trace.state());
        }
    }

    static String parent(Operation operation, Trace trace) {
        if (trace.sampled()) {
            return write(trace, operation.spanId(), '1');
        }
        String cached = trace.unsampledParent();
        if (cached == null) {
            cached = write(trace, operation.spanId(), '0');
            trace.unsampledParent(cached);
        }
        return cached;
    }

    private static String write(Trace trace, long spanId, char sampled) {
        byte[] text = new byte[LENGTH];
        text[0] = '0';
        text[1] = '0';
        text[2] = '-';
        Hex.write(trace.high(), text, 3);
        Hex.write(trace.low(), text, 19);
        text[35] = '-';
        Hex.write(spanId, text, 36);
        text[52] = '-';
        text[53] = '0';
        text[54] = (byte) sampled;
        return Hex.ascii(text);
    }
}
