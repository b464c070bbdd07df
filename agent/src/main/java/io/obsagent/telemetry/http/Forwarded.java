package io.obsagent.telemetry.http;

/**
 * What a proxy in front says about the original request: {@code Forwarded} (RFC 7239), else {@code X-Forwarded-*}. Of
 * several proxies the first in the list counts, the one the client talked to. Malformed values are as good as absent.
 */
final class Forwarded {
    private static final String FORWARDED = "forwarded";

    private Forwarded() {}

    /** Null where nothing is said. */
    static <R> String scheme(R request, HttpRequestReader<R> reader) {
        return said(request, reader, "proto", "x-forwarded-proto");
    }

    /** Host with or without a port; null where nothing is said. */
    static <R> String host(R request, HttpRequestReader<R> reader) {
        return said(request, reader, "host", "x-forwarded-host");
    }

    /** The client's address, without a port; null where nothing is said. */
    static <R> String client(R request, HttpRequestReader<R> reader) {
        HostPort client = HostPort.parse(said(request, reader, "for", "x-forwarded-for"));
        return client == null ? null : client.host;
    }

    private static <R> String said(R request, HttpRequestReader<R> reader, String parameter, String header) {
        String forwarded = reader.get(request, FORWARDED);
        String value = forwarded == null ? null : parameter(forwarded, parameter);
        return value == null ? first(reader.get(request, header)) : value;
    }

    private static String first(String list) {
        if (list == null) {
            return null;
        }
        int comma = list.indexOf(',');
        String first = (comma < 0 ? list : list.substring(0, comma)).trim();
        return first.isEmpty() ? null : first;
    }

    /** The first value of a parameter, whichever element of the list has it. */
    private static String parameter(String header, String name) {
        int at = 0;
        while (at < header.length()) {
            int end = endOfPair(header, at);
            int equals = header.indexOf('=', at);
            if (equals > 0 && equals < end && header.substring(at, equals).trim().equalsIgnoreCase(name)) {
                String value = unquoted(header.substring(equals + 1, end).trim());
                return value.isEmpty() ? null : value;
            }
            at = end + 1;
        }
        return null;
    }

    /** A comma or semicolon outside quotes, else the end. */
    private static int endOfPair(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ';')) {
                return i;
            }
        }
        return header.length();
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
