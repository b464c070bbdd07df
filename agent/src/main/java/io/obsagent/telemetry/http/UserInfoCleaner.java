package io.obsagent.telemetry.http;

import io.obsagent.telemetry.MessageCleaner;

/** Takes {@code user:password@} out of messages: libraries like to quote the URL that they could not reach. */
final class UserInfoCleaner implements MessageCleaner {
    private static final String NOBODY = "REDACTED:REDACTED";

    @Override
    public String clean(String message) {
        String clean = message;
        for (int at = clean == null ? -1 : clean.lastIndexOf('@'); at > 0; at = clean.lastIndexOf('@', at - 1)) {
            int start = at;
            boolean secret = false;
            while (start > 0 && !ends(clean.charAt(start - 1))) {
                start--;
                secret |= clean.charAt(start) == ':';
            }
            if (secret) {
                clean = clean.substring(0, start) + NOBODY + clean.substring(at);
                at = start;
            }
        }
        return clean;
    }

    private static boolean ends(char c) {
        return c <= ' ' || c == '/' || c == '\'' || c == '"' || c == '(' || c == '[' || c == '<';
    }
}
