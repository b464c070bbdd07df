package io.obsagent.telemetry.http;

/** Spellings of the protocol version, brought to the four that {@code network.protocol.version} knows. */
final class HttpProtocol {
    private HttpProtocol() {}

    /**
     * @param spelling {@code HTTP/1.1}, {@code HTTP/2.0}, {@code h2c}, {@code HTTP_2}, {@code 2}; may be null
     * @return {@code 1.0}, {@code 1.1}, {@code 2}, {@code 3}; null for anything else
     */
    static String version(String spelling) {
        if (spelling == null || spelling.isEmpty()) {
            return null;
        }
        if (spelling.endsWith("1.1") || spelling.endsWith("1_1")) {
            return "1.1";
        }
        if (spelling.endsWith("1.0") || spelling.endsWith("1_0")) {
            return "1.0";
        }
        String major = spelling.endsWith(".0") ? spelling.substring(0, spelling.length() - 2) : spelling;
        if (major.endsWith("2") || major.equals("h2c")) {
            return "2";
        }
        return major.endsWith("3") ? "3" : null;
    }
}
