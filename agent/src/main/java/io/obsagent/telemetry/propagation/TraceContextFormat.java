package io.obsagent.telemetry.propagation;

import io.obsagent.id.Hex;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Trace;
import java.util.List;

/** W3C Trace Context, level 2: {@code traceparent} and {@code tracestate}. */
final class TraceContextFormat extends Format {
    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    private static final int LENGTH = 55;
    private static final int SAMPLED = 1;
    private static final int RANDOM = 2;
    /** Where each thread writes its digits before a string copies them. */
    private static final ThreadLocal<byte[]> SCRATCH = new ThreadLocal<>();

    @Override
    List<String> fields() {
        return List.of(PARENT, STATE);
    }

    @Override
    <C> RemoteContext extract(C carrier, Getter<C> getter, MalformedHeaders malformed) {
        String header = getter.get(carrier, PARENT);
        if (header == null) {
            return null;
        }
        String parent = header.trim();
        if (!isValid(parent)) {
            return malformed.none(PARENT); // a repeated header is joined by a comma and malformed too: the trace restarts
        }
        long high = Hex.parse(parent, 3, 19);
        long low = Hex.parse(parent, 19, 35);
        long span = Hex.parse(parent, 36, 52);
        if ((high | low) == 0 || span == 0) {
            return malformed.none(PARENT);
        }
        int flags = Character.digit(parent.charAt(54), 16);
        return new RemoteContext(high, low, span, (flags & SAMPLED) != 0, (flags & RANDOM) != 0,
                state(getter.get(carrier, STATE), malformed), null);
    }

    private static String state(String header, MalformedHeaders malformed) {
        String state = TraceStateHeader.cleaned(header);
        if (state == null && header != null && !header.isEmpty()) {
            malformed.count(STATE);
        }
        return state;
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
        setter.set(carrier, PARENT, parent(operation));
        Trace trace = operation.knownTrace();
        if (trace != null && trace.state() != null) {
            setter.set(carrier, STATE, trace.state());
        }
    }

    static String parent(Operation operation) {
        if (operation.sampled()) {
            return write(operation, SAMPLED);
        }
        String cached = operation.unsampledParent();
        if (cached == null) {
            cached = write(operation, 0);
            operation.unsampledParent(cached);
        }
        return cached;
    }

    private static String write(Operation operation, int sampled) {
        byte[] text = SCRATCH.get();
        if (text == null) {
            text = new byte[LENGTH];
            SCRATCH.set(text);
        }
        text[0] = '0';
        text[1] = '0';
        text[2] = '-';
        Hex.write(operation.traceHigh(), text, 3);
        Hex.write(operation.traceLow(), text, 19);
        text[35] = '-';
        Hex.write(operation.spanId(), text, 36);
        text[52] = '-';
        text[53] = '0';
        Trace trace = operation.knownTrace();
        text[54] = (byte) ('0' + sampled + (trace != null && trace.random() ? RANDOM : 0));
        return Hex.ascii(text);
    }
}
