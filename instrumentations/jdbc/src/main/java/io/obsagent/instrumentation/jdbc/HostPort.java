package io.obsagent.instrumentation.jdbc;

/**
 * The first server named by the authority part of a URL: {@code user:password@host:port,other:port}, with IPv6 in
 * brackets, and the address lists of MySQL and MariaDB. Whatever does not look like a host is dropped rather than
 * reported, since in a malformed URL it may be a user or a password.
 */
final class HostPort {
    static final HostPort NONE = new HostPort(null, -1);

    final String host;
    final int port;

    HostPort(String host, int port) {
        this.host = host;
        this.port = port;
    }

    static HostPort of(String authority) {
        int keyed = UrlText.indexOf(authority, "host=");
        if (keyed >= 0) {
            return ofKeys(authority, keyed);
        }
        // The last one: a password may hold an @ that should have been escaped.
        String hosts = authority.substring(authority.lastIndexOf('@') + 1);
        while (hosts.startsWith("(")) {
            hosts = UrlText.before(hosts.substring(1), ")");
        }
        int scheme = hosts.indexOf("://");
        if (scheme >= 0) {
            hosts = hosts.substring(scheme + 3);
        }
        if (hosts.startsWith("[")) {
            int close = hosts.indexOf(']');
            if (close < 0) {
                return NONE;
            }
            String inner = hosts.substring(1, close);
            return isIpv6(inner)
                    ? withPort(inner, UrlText.before(hosts.substring(close + 1), ",;"))
                    : ofOne(UrlText.before(inner, ","));
        }
        return ofOne(UrlText.before(hosts, ",;"));
    }

    /** {@code address=(protocol=tcp)(host=db1)(port=3306)} and {@code (host=db1,port=3306,user=..)}. */
    private static HostPort ofKeys(String authority, int keyed) {
        String host = keyedValue(authority, keyed + 5);
        int port = UrlText.indexOf(authority, "port=");
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return checked(bracketed ? host.substring(1, host.length() - 1) : host,
                port < 0 ? -1 : UrlText.port(keyedValue(authority, port + 5)));
    }

    private static String keyedValue(String text, int start) {
        return text.substring(start, UrlText.firstOf(text, "(),", start)).trim();
    }

    private static HostPort ofOne(String text) {
        String one = text.trim();
        int colon = one.indexOf(':');
        if (colon < 0) {
            return checked(one, -1);
        }
        return isIpv6(one) ? new HostPort(one, -1) : withPort(one.substring(0, colon), one.substring(colon));
    }

    /** {@code colonPort} is empty, {@code :} or {@code :5432}; anything else means the host is none either. */
    private static HostPort withPort(String host, String colonPort) {
        if (colonPort.length() <= 1) {
            return checked(host, -1);
        }
        int port = UrlText.port(colonPort.substring(1).trim());
        return port < 0 ? NONE : checked(host, port);
    }

    private static HostPort checked(String host, int port) {
        return isHost(host) || isIpv6(host) ? new HostPort(host, port) : NONE;
    }

    private static boolean isHost(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 255;
    }

    private static boolean isIpv6(String text) {
        int zone = text.indexOf('%');
        int end = zone < 0 ? text.length() : zone;
        int colons = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                colons++;
            } else if (c != '.' && Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return colons >= 2 && text.length() <= 64 && (zone < 0 || isHost(text.substring(zone + 1)));
    }
}
