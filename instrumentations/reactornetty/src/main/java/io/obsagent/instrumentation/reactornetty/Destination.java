package io.obsagent.instrumentation.reactornetty;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import reactor.netty.http.client.HttpClientConfig;

/** What a configuration says about the request: its URL, whole or below a base URL or a plain address. */
final class Destination {
    final String method;
    final String url;
    final String scheme;
    final String host;
    /** -1 for the default of the scheme. */
    final int port;

    Destination(HttpClientConfig config) {
        this.method = config.method().name();
        this.url = url(config);
        int separator = url.indexOf("://");
        int start = separator < 0 ? 0 : separator + 3;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int hostStart = Math.max(start, url.lastIndexOf('@', end - 1) + 1);
        int colon = url.lastIndexOf(':', end - 1);
        boolean hasPort = colon > hostStart && colon > url.lastIndexOf(']', end - 1);
        this.scheme = separator < 0 ? "http" : url.substring(0, separator);
        this.host = url.substring(hostStart, hasPort ? colon : end);
        this.port = hasPort ? number(url, colon + 1, end) : -1;
    }

    private static String url(HttpClientConfig config) {
        String uri = config.uri() == null ? "/" : config.uri();
        if (uri.indexOf("://") > 0) {
            return uri;
        }
        if (config.baseUrl() != null) {
            return config.baseUrl() + uri;
        }
        SocketAddress address = config.remoteAddress().get();
        if (!(address instanceof InetSocketAddress)) {
            return "";
        }
        InetSocketAddress remote = (InetSocketAddress) address;
        String slash = uri.startsWith("/") ? "" : "/";
        return (config.isSecure() ? "https://" : "http://") + remote.getHostString() + ":" + remote.getPort() + slash + uri;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > 65535) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
