package io.obsagent.telemetry.http;

import java.util.List;

/** Paths with one {@code *} at the start or at the end. Immutable, thread-safe. */
final class PathRules {
    private final String[] patterns;

    PathRules(List<String> patterns) {
        this.patterns = patterns.toArray(new String[0]);
    }

    boolean isEmpty() {
        return patterns.length == 0;
    }

    boolean match(String path) {
        if (path != null) {
            for (String pattern : patterns) {
                if (match(pattern, path)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean match(String pattern, String path) {
        int length = pattern.length();
        if (pattern.endsWith("*")) {
            return path.regionMatches(0, pattern, 0, length - 1);
        }
        return pattern.startsWith("*")
                ? path.regionMatches(path.length() - length + 1, pattern, 1, length - 1)
                : path.equals(pattern);
    }
}
