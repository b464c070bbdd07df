package io.obsagent.config;

/**
 * Where an exporter connects to. Parsed by hand because {@link java.net.URI} knows no host with an underscore, which
 * container networks are full of. Immutable.
 */
public final class Endpoint {
    private static final int HIGHEST_PORT = 65_535;

    public final boolean tls;

    /** Without the brackets of an IPv6 address. */
    public final String host;

    public final int port;

    /** Starts with a slash; may carry a query. */
    public final String path;

    private Endpoint(boolean tls, String host, int port, String path) {
        this.tls = tls;
        this.host = host;
        this.port = port;
        this.path = path;
    }

    /** Null unless the text is {@code http://host[:port][/path]} or the same with {@code https}, without user and fragment. */
    public static Endpoint parse(String text) {
        boolean tls = startsWith(text, "https://");
        if (!tls && !startsWith(text, "http://")) {
            return null;
        }
        int start = tls ? 8 : 7;
        int slash = start;
        while (slash < text.length() && "/?#".indexOf(text.charAt(slash)) < 0) {
            slash++;
        }
        String authority = text.substring(start, slash);
        String path = text.substring(slash);
        int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        long port = colon < 0 ? (tls ? 443 : 80) : Values.wholeNumber(authority.substring(colon + 1));
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (bracketed) {
            host = host.substring(1, host.length() - 1);
        }
        if (!isHost(host, bracketed) || port < 1 || port > HIGHEST_PORT || !isPath(path)) {
            return null;
        }
        return new Endpoint(tls, host, (int) port, path.startsWith("/") ? path : "/" + path);
    }

    /** The same server, {@code suffix} appended to the path with one slash between. */
    Endpoint append(String suffix) {
        String base = path.endsWith("/") ? path : path + "/";
        return new Endpoint(tls, host, port, base + suffix);
    }

    /** {@code host:port} as a Host header has it. */
    public String authority() {
        String bracketed = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (tls ? 443 : 80) ? bracketed : bracketed + ":" + port;
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority() + path;
    }

    private static boolean startsWith(String text, String scheme) {
        return text.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static boolean isHost(String host, boolean bracketed) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean plain = c < 128 && Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
            if (!plain && !(bracketed && (c == ':' || c == '%'))) {
                return false;
            }
        }
        return !host.isEmpty();
    }

    private static boolean isPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 127 || c == '#') {
                return false;
            }
        }
        return true;
    }
}
