package io.obsagent.telemetry.propagation;

/**
 * Checks {@code tracestate} as W3C Trace Context level 2 defines it, whose keys are those of level 1 and more. A list
 * with one bad member or more than 32 is dropped whole; empty members are left out, and so is a key that came before.
 */
final class TraceStateHeader {
    private static final int MOST_MEMBERS = 32;

    /** The last good one that needed no cleaning: a caller's sampler sends the same one with nearly every request. */
    private static volatile String lastClean = "";

    private TraceStateHeader() {}

    /** The members joined by commas; null when there are none or the header is malformed. */
    static String cleaned(String header) {
        if (header == null || header.isEmpty()) {
            return null;
        }
        String known = lastClean;
        if (known.equals(header)) {
            return known;
        }
        String cleaned = clean(header);
        if (header.equals(cleaned)) {
            lastClean = cleaned;
        }
        return cleaned;
    }

    private static String clean(String header) {
        StringBuilder cleaned = new StringBuilder(header.length());
        int members = 0;
        for (int from = 0; from <= header.length(); ) {
            int comma = header.indexOf(',', from);
            int to = comma < 0 ? header.length() : comma;
            String member = stripped(header, from, to);
            if (!member.isEmpty()) {
                int equals = member.indexOf('=');
                if (++members > MOST_MEMBERS || equals < 1 || !isKey(member, equals) || !isValue(member, equals + 1)) {
                    return null;
                }
                if (!hasKey(cleaned, member.substring(0, equals + 1))) {
                    cleaned.append(cleaned.length() > 0 ? "," : "").append(member);
                }
            }
            from = to + 1;
        }
        return members == 0 ? null : cleaned.toString();
    }

    /** Without optional white space around it; a value may end in blanks no more than it may begin with none. */
    private static String stripped(String header, int from, int to) {
        while (from < to && isBlank(header.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(header.charAt(to - 1))) {
            to--;
        }
        return header.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean hasKey(StringBuilder cleaned, String keyAndEquals) {
        return cleaned.indexOf(keyAndEquals) == 0 || cleaned.indexOf("," + keyAndEquals) >= 0;
    }

    private static boolean isKey(String member, int end) {
        for (int i = 0; i < end; i++) {
            char c = member.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!alphanumeric && (i == 0 || c != '_' && c != '-' && c != '*' && c != '/' && c != '@')) {
                return false;
            }
        }
        return end <= 256;
    }

    private static boolean isValue(String member, int from) {
        int length = member.length() - from;
        if (length < 1 || length > 256) {
            return false;
        }
        for (int i = from; i < member.length(); i++) {
            char c = member.charAt(i);
            if (c < ' ' || c > '~' || c == '=') {
                return false;
            }
        }
        return true;
    }
}
