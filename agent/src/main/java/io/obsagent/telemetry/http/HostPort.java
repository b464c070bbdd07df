package io.obsagent.telemetry.http;

/** {@code host}, {@code host:port}, {@code [v6]:port} taken apart; anything is accepted, nothing throws. Immutable. */
final class HostPort {
    /** The last server: nearly all requests name the same one, and taking its name apart is 72 bytes. */
    private static volatile HostPort lastServer = new HostPort(null, null, -1);

    private final String text;
    final String host;
    /** -1 for none. */
    final int port;

    private HostPort(String text, String host, int port) {
        this.text = text;
        this.host = host;
        this.port = port;
    }

    /** As {@link #parse}, of the server's own names, of which there are few. */
    static HostPort server(String text) {
        HostPort known = lastServer;
        if (text == null || !text.equals(known.text)) {
            known = parse(text);
            if (known != null) {
                lastServer = known;
            }
        }
        return known;
    }

    /** Null for no or empty text. */
    static HostPort parse(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.charAt(0) == '[') {
            int end = text.indexOf(']');
            return end < 0
                    ? new HostPort(text, text, -1)
                    : new HostPort(text, text.substring(1, end), port(text, end + 1));
        }
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            return new HostPort(text, text, -1); // two colons without brackets: a bare IPv6 address
        }
        return new HostPort(text, text.substring(0, colon), port(text, colon));
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
