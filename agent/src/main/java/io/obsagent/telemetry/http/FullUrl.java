package io.obsagent.telemetry.http;

/** What of a URL may be recorded: everything but credentials, signatures and security tokens. */
final class FullUrl {
    private static final String NOBODY = "REDACTED:REDACTED@";

    private FullUrl() {}

    /** The URL itself where there is nothing to hide; null stays null. */
    static String redacted(String url) {
        if (url == null) {
            return null;
        }
        int authority = authority(url);
        int path = path(url, authority);
        int user = url.lastIndexOf('@', path - 1);
        if (user < authority && !QueryRedaction.mentionsAKey(url, path)) {
            return url;
        }
        String query = query(url, path);
        String safeQuery = QueryRedaction.redact(query);
        if (user < authority && safeQuery == query) {
            return url;
        }
        StringBuilder safe = new StringBuilder(url.length() + NOBODY.length());
        safe.append(url, 0, authority);
        if (user >= authority) {
            safe.append(NOBODY);
        }
        int host = Math.max(user + 1, authority);
        if (query == null) {
            return safe.append(url, host, url.length()).toString();
        }
        int question = url.indexOf('?', path);
        safe.append(url, host, question + 1).append(safeQuery);
        return safe.append(url, question + 1 + query.length(), url.length()).toString();
    }

    /** Where the authority starts. */
    static int authority(String url) {
        int scheme = url.indexOf("://");
        return scheme < 0 ? 0 : scheme + 3;
    }

    /** Where the authority ends. */
    static int path(String url, int authority) {
        int at = authority;
        while (at < url.length() && url.charAt(at) != '/' && url.charAt(at) != '?' && url.charAt(at) != '#') {
            at++;
        }
        return at;
    }

    private static String query(String url, int path) {
        int question = url.indexOf('?', path);
        int fragment = url.indexOf('#', path);
        if (question < 0 || fragment >= 0 && fragment < question) {
            return null;
        }
        return url.substring(question + 1, fragment < 0 ? url.length() : fragment);
    }
}
