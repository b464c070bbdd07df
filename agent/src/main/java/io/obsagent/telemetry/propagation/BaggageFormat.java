package io.obsagent.telemetry.propagation;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Trace;
import java.util.List;

/**
 * W3C Baggage. The agent passes it on as it came, several headers joined, and reads no member of it; beyond the limits
 * of the specification (8192 bytes, 180 members) whole members are dropped from the end.
 */
final class BaggageFormat extends Format {
    private static final String BAGGAGE = "baggage";
    private static final int MOST_CHARACTERS = 8192;
    private static final int MOST_MEMBERS = 180;

    @Override
    List<String> fields() {
        return List.of(BAGGAGE);
    }

    @Override
    <C> RemoteContext extract(C carrier, Getter<C> getter, MalformedHeaders malformed) {
        String header = getter.get(carrier, BAGGAGE);
        if (header == null) {
            return null;
        }
        String baggage = members(header, malformed);
        return baggage.isEmpty() ? null : new RemoteContext(0, 0, 0, false, null, baggage);
    }

    private static String members(String header, MalformedHeaders malformed) {
        StringBuilder kept = new StringBuilder(Math.min(header.length(), MOST_CHARACTERS));
        int members = 0;
        boolean whole = true;
        for (int from = 0; from <= header.length() && members < MOST_MEMBERS; ) {
            int comma = header.indexOf(',', from);
            int to = comma < 0 ? header.length() : comma;
            String member = header.substring(from, to).trim();
            if (kept.length() + member.length() + 1 > MOST_CHARACTERS) {
                break;
            }
            if (member.indexOf('=') > 0 && isPrintable(member)) {
                if (kept.length() > 0) {
                    kept.append(',');
                }
                kept.append(member);
                members++;
            } else {
                whole &= member.isEmpty();
            }
            from = to + 1;
        }
        if (!whole) {
            malformed.count(BAGGAGE);
        }
        return kept.toString();
    }

    /** What may stand in a header; anything else would make the next client refuse the request. */
    private static boolean isPrintable(String member) {
        for (int i = 0; i < member.length(); i++) {
            char c = member.charAt(i);
            if (c < ' ' && c != '\t' || c > '~') {
                return false;
            }
        }
        return true;
    }

    @Override
    <C> void inject(Operation operation, C carrier, Setter<C> setter) {
        Trace trace = operation.knownTrace();
        if (trace != null && trace.baggage() != null) {
            setter.set(carrier, BAGGAGE, trace.baggage());
        }
    }
}
