package io.obsagent.telemetry.http;

import java.util.Collection;

/**
 * The URL patterns of one servlet and the routes they stand for, found again for a request without allocating.
 * Immutable, thread-safe.
 */
public final class ServletMappings {
    private final String[] patterns;
    private final String[] routes;

    /**
     * @param context the context path, empty for the root
     * @param urlPatterns as servlets are mapped: {@code /exact}, {@code /prefix/*}, {@code *.extension}, {@code /}
     */
    public ServletMappings(String context, Collection<String> urlPatterns) {
        patterns = urlPatterns.toArray(new String[0]);
        routes = new String[patterns.length];
        for (int i = 0; i < routes.length; i++) {
            routes[i] = patterns[i].startsWith("*") ? context + "/" + patterns[i] : context + patterns[i];
        }
    }

    /**
     * The route of a request that reached the servlet; null when it came by the default mapping, which says nothing.
     *
     * @param path what the container calls the servlet path
     * @param info what it calls path info, may be null
     */
    public String route(String path, String info) {
        for (int i = 0; i < patterns.length; i++) {
            String pattern = patterns[i];
            if (info == null && pattern.equals(path) && pattern.length() > 1 || isPrefix(pattern, path)) {
                return routes[i];
            }
        }
        if (info == null) {
            for (int i = 0; i < patterns.length; i++) {
                String pattern = patterns[i];
                if (pattern.startsWith("*.") && path.regionMatches(path.length() - pattern.length() + 1, pattern, 1,
                        pattern.length() - 1)) {
                    return routes[i];
                }
            }
        }
        return null;
    }

    private static boolean isPrefix(String pattern, String path) {
        return pattern.endsWith("/*") && pattern.length() == path.length() + 2 && pattern.startsWith(path);
    }
}
