package io.obsagent.telemetry.http;

/** {@code host}, {@code host:port}, {@code [v6]:port} taken apart; anything is accepted, nothing throws. Immutable. */
final class HostPort {
    final String host;
    /** -1 for none. */
    final int port;

    private HostPort(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Null for no or empty text. */
    static HostPort parse(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.charAt(0) == '[') {
            int end = text.indexOf(']');
            return end < 0
                    ? new HostPort(text, -1)
                    : new HostPort(text.substring(1, end), port(text, end + 1));
        }
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            return new HostPort(text, -1); // two colons without brackets: a bare IPv6 address
        }
        return new HostPort(text.substring(0, colon), port(text, colon));
    }

    private static int port(String text, int colon) {
        int length = text.length() - colon - 1;
        if (length < 1 || length > 5 || text.charAt(colon) != ':') {
            return -1;
        }
        int port = 0;
        for (int i = colon + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            port = 10 * port + c - '0';
        }
        return port <= 65535 ? port : -1;
    }
}
