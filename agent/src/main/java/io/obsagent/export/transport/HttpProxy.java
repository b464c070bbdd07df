package io.obsagent.export.transport;

import io.obsagent.config.Endpoint;
import java.util.Locale;

/**
 * The proxy that the JVM's own properties name for an endpoint: {@code https.proxyHost}, {@code https.proxyPort}, the same with
 * {@code http.}, and {@code http.nonProxyHosts}. The JVM's {@code ProxySelector} is not asked, as it may be the
 * application's. Immutable.
 */
final class HttpProxy {
    /** What the JDK's networking properties have when the user sets nothing. */
    private static final String NON_PROXY_HOSTS = "localhost|127.*|::1|0.0.0.0";

    final String host;
    final int port;
    private final String property;

    private HttpProxy(String host, int port, String property) {
        this.host = host;
        this.port = port;
        this.property = property;
    }

    /** Null for a direct connection. */
    static HttpProxy of(Endpoint endpoint) {
        String scheme = endpoint.tls ? "https" : "http";
        String host = System.getProperty(scheme + ".proxyHost");
        if (host == null || host.isEmpty() || isExempt(endpoint.host, System.getProperty("http.nonProxyHosts", NON_PROXY_HOSTS))) {
            return null;
        }
        return new HttpProxy(host, Integer.getInteger(scheme + ".proxyPort", endpoint.tls ? 443 : 80), scheme + ".proxyHost");
    }

    /** Patterns between bars, each with at most one star, at its start or its end. */
    static boolean isExempt(String host, String patterns) {
        String lower = host.toLowerCase(Locale.ROOT);
        for (String pattern : patterns.toLowerCase(Locale.ROOT).split("\\|")) {
            if (matches(lower, pattern)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String host, String pattern) {
        if (pattern.startsWith("*")) {
            return host.endsWith(pattern.substring(1));
        }
        return pattern.endsWith("*") ? host.startsWith(pattern.substring(0, pattern.length() - 1)) : host.equals(pattern);
    }

    /** For messages: where it is and which property says so. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + property + ")";
    }
}
