package io.obsagent.telemetry.http;

/** Status codes as labels, each text made once. Thread-safe. */
final class HttpStatusCodes {
    private static final String[] TEXTS = new String[600];

    private HttpStatusCodes() {}

    /** The code as text; null for what is no status code (0: there was no response). */
    static String text(int code) {
        if (code < 100 || code >= TEXTS.length) {
            return null;
        }
        String text = TEXTS[code];
        if (text == null) {
            text = Integer.toString(code);
            TEXTS[code] = text;
        }
        return text;
    }
}
