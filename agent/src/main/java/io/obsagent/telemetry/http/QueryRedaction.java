package io.obsagent.telemetry.http;

/** Takes the values of signatures and security tokens out of query strings; the keys are those semantic conventions list. */
final class QueryRedaction {
    private static final String REDACTED = "REDACTED";
    private static final String[] KEYS =
            {"X-Amz-Signature", "X-Amz-Credential", "X-Amz-Security-Token", "sig", "X-Goog-Signature"};

    private QueryRedaction() {}

    /**
     * @param query without the question mark, may be null
     * @return the query itself where there is nothing to hide
     */
    static String redact(String query) {
        if (query == null || !mentionsAKey(query, 0)) {
            return query;
        }
        StringBuilder redacted = new StringBuilder(query.length());
        int start = 0;
        while (start <= query.length()) {
            int ampersand = query.indexOf('&', start);
            int end = ampersand < 0 ? query.length() : ampersand;
            int equals = query.indexOf('=', start);
            if (equals >= 0 && equals < end && isKey(query, start, equals)) {
                redacted.append(query, start, equals + 1).append(REDACTED);
            } else {
                redacted.append(query, start, end);
            }
            if (ampersand >= 0) {
                redacted.append('&');
            }
            start = end + 1;
        }
        return redacted.toString();
    }

    /** Whether there may be something to hide from an index on; costs nothing but time. */
    static boolean mentionsAKey(String text, int from) {
        for (String key : KEYS) {
            if (text.indexOf(key, from) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKey(String query, int start, int end) {
        for (String key : KEYS) {
            if (key.length() == end - start && query.startsWith(key, start)) {
                return true;
            }
        }
        return false;
    }
}
