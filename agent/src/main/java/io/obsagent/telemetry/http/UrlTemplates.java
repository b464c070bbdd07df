package io.obsagent.telemetry.http;

import io.obsagent.telemetry.LabelCap;

/**
 * The path templates of one origin, guessed from its URLs: what looks like an identifier becomes {@code {id}}. No
 * client library tells its template, and {@code GET} alone says too little in a trace; so the guess is bounded: an
 * origin with too many different paths has none for further ones. Thread-safe.
 */
final class UrlTemplates {
    private static final int MOST = 50;
    private static final int MOST_SEGMENTS = 10;
    private static final int LONGEST_WORD = 40;
    /** Dates, versions and ports in words have up to four digits; numbers of things soon have more. */
    private static final int MOST_DIGITS = 4;
    private static final int SHORTEST_HEX = 8;

    private final LabelCap known = new LabelCap(MOST);

    /** Null when the path has no known template and there is no room for another. */
    String of(String url) {
        int start = FullUrl.path(url, FullUrl.authority(url));
        int end = start;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        String template = end == start ? "/" : folded(url, start, end);
        String admitted = template == null ? null : known.fold(template);
        return LabelCap.OTHER.equals(admitted) ? null : admitted;
    }

    private static String folded(String url, int start, int end) {
        StringBuilder template = new StringBuilder(end - start);
        int segments = 0;
        for (int from = start; from < end; ) {
            int slash = url.indexOf('/', from + 1);
            int to = slash < 0 || slash > end ? end : slash;
            if (++segments > MOST_SEGMENTS) {
                return null;
            }
            template.append('/');
            if (isIdentifier(url, from + 1, to)) {
                template.append("{id}");
            } else {
                template.append(url, from + 1, to);
            }
            from = to;
        }
        return template.toString();
    }

    private static boolean isIdentifier(String url, int start, int end) {
        int length = end - start;
        int digits = 0;
        int hex = 0;
        for (int i = start; i < end; i++) {
            char c = url.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '-') {
                hex++;
            } else if (c == '%' || c == '@' || c == '=' || c == ';' || c == ',' || c > '~') {
                return true; // text that somebody typed, or a set of parameters
            }
        }
        return length > LONGEST_WORD
                || digits > MOST_DIGITS
                || digits > 0 && digits == length
                || digits > 0 && digits + hex == length && length >= SHORTEST_HEX;
    }
}
