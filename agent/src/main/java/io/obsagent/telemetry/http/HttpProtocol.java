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
        if (says(spelling, "1.1") || says(spelling, "1_1")) {
            return "1.1";
        }
        if (says(spelling, "1.0") || says(spelling, "1_0")) {
            return "1.0";
        }
        if (says(spelling, "2") || says(spelling, "2.0") || spelling.equals("h2c")) {
            return "2";
        }
        return says(spelling, "3") || says(spelling, "3.0") ? "3" : null;
    }

    /** Whether it ends with the version, and not with a longer one: anybody may send {@code HTTP/7.3}. */
    private static boolean says(String spelling, String version) {
        int start = spelling.length() - version.length();
        return spelling.endsWith(version)
                && (start == 0 || spelling.charAt(start - 1) != '.' && !Character.isDigit(spelling.charAt(start - 1)));
    }
}
