package io.obsagent.telemetry;

/** The {@code ot} member of a tracestate header, as the specification of consistent probability sampling defines it. */
final class TraceStates {
    private static final String OT = "ot=";
    private static final int MOST_MEMBERS = 32;

    private TraceStates() {}

    /** The explicit randomness {@code rv} of the ot member, else the fallback. */
    static long randomness(String state, long fallback) {
        String ot = member(state);
        if (ot != null) {
            for (String part : ot.split(";")) {
                if (part.startsWith("rv:") && part.length() == 17) {
                    try {
                        return Long.parseLong(part.substring(3), 16);
                    } catch (NumberFormatException e) {
                        return fallback;
                    }
                }
            }
        }
        return fallback;
    }

    /** Puts {@code th} into the ot member and the member first; its other parts stay. */
    static String withOt(String state, String threshold) {
        if (state == null || state.isEmpty()) {
            return OT + threshold;
        }
        StringBuilder ot = new StringBuilder(OT).append(threshold);
        String old = member(state);
        if (old != null) {
            for (String part : old.split(";")) {
                if (!part.startsWith("th:") && !part.isEmpty()) {
                    ot.append(';').append(part);
                }
            }
        }
        int members = 1;
        for (String each : state.split(",")) {
            String trimmed = each.trim();
            if (!trimmed.isEmpty() && !trimmed.startsWith(OT) && members < MOST_MEMBERS) {
                ot.append(',').append(trimmed);
                members++;
            }
        }
        return ot.toString();
    }

    private static String member(String state) {
        if (state == null) {
            return null;
        }
        for (String each : state.split(",")) {
            String trimmed = each.trim();
            if (trimmed.startsWith(OT)) {
                return trimmed.substring(OT.length());
            }
        }
        return null;
    }
}
