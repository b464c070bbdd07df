package io.obsagent.telemetry.http;

/**
 * The path templates of one origin, guessed from its URLs: what looks like an identifier becomes {@code {id}}. No
 * client library tells its template, and {@code GET} alone says too little in a trace; so the guess is bounded: an
 * origin with too many different paths has none for further ones. Thread-safe.
 */
final class UrlTemplates {
    private static final int MOST = 50;
    private static final int MOST_SEGMENTS = 10;
    private static final String ID = "/{id}";
    private static final int LONGEST_WORD = 40;
    /** Dates, versions and ports in words have up to four digits; numbers of things soon have more. */
    private static final int MOST_DIGITS = 4;
    private static final int SHORTEST_HEX = 8;

    /**
     * By the hash of the text, at most half full. Replaced as a whole; found without making a text, because nearly every
     * call follows one of them.
     */
    private volatile UrlTemplate[] known = new UrlTemplate[4];
    private volatile int count;

    /** Null when the path has no known template and there is no room for another. */
    UrlTemplate of(String url) {
        int start = FullUrl.path(url, FullUrl.authority(url));
        int end = start;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        int hash = hash(url, start, end);
        UrlTemplate[] now = known;
        UrlTemplate template = now[place(now, hash, url, start, end)];
        return template != null || count == MOST ? template : learnt(hash, url, start, end);
    }

    private UrlTemplate learnt(int hash, String url, int start, int end) {
        String text = end == start ? "/" : folded(url, start, end);
        return text == null ? null : add(new UrlTemplate(text, hash), url, start, end);
    }

    private synchronized UrlTemplate add(UrlTemplate fresh, String url, int start, int end) {
        UrlTemplate same = known[place(known, fresh.hash, url, start, end)];
        if (same != null || count == MOST) {
            return same;
        }
        UrlTemplate[] more = new UrlTemplate[2 * (count + 1) > known.length ? 2 * known.length : known.length];
        for (UrlTemplate template : known) {
            put(template, more);
        }
        put(fresh, more);
        known = more;
        count++;
        return fresh;
    }

    private static void put(UrlTemplate template, UrlTemplate[] table) {
        if (template != null) {
            int at = template.hash & table.length - 1;
            while (table[at] != null) {
                at = at + 1 & table.length - 1;
            }
            table[at] = template;
        }
    }

    /** Where the template of a path is, or would be. */
    private static int place(UrlTemplate[] table, int hash, String url, int start, int end) {
        int at = hash & table.length - 1;
        while (table[at] != null && (table[at].hash != hash || !fits(table[at].text, url, start, end))) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    /** The same for all paths that are folded to one template. */
    private static int hash(String url, int start, int end) {
        int hash = end == start ? '/' : 0;
        for (int from = start; from < end; ) {
            int to = segmentEnd(url, from, end);
            if (isIdentifier(url, from + 1, to)) {
                hash = 31 * hash + ID.hashCode();
            } else {
                for (int i = from; i < to; i++) {
                    hash = 31 * hash + url.charAt(i);
                }
            }
            from = to;
        }
        return hash ^ hash >>> 16;
    }

    /** Whether a path would be folded to the template. */
    private static boolean fits(String template, String url, int start, int end) {
        if (end == start) {
            return template.equals("/");
        }
        int at = 0;
        for (int from = start; from < end; ) {
            int to = segmentEnd(url, from, end);
            boolean identifier = template.startsWith(ID, at) && isIdentifier(url, from + 1, to);
            if (!identifier && !template.regionMatches(at, url, from, to - from)) {
                return false;
            }
            at += identifier ? ID.length() : to - from;
            if (at < template.length() && template.charAt(at) != '/') {
                return false;
            }
            from = to;
        }
        return at == template.length();
    }

    private static int segmentEnd(String url, int slash, int end) {
        int next = url.indexOf('/', slash + 1);
        return next < 0 || next > end ? end : next;
    }

    private static String folded(String url, int start, int end) {
        StringBuilder template = new StringBuilder(end - start);
        int segments = 0;
        for (int from = start; from < end; ) {
            int to = segmentEnd(url, from, end);
            if (++segments > MOST_SEGMENTS) {
                return null;
            }
            if (isIdentifier(url, from + 1, to)) {
                template.append(ID);
            } else {
                template.append(url, from, to);
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
