package io.obsagent.telemetry.http;

import io.obsagent.config.HttpSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds the methods that reach telemetry to the known ones; a made-up method must not make a series of its own.
 * Methods are case-sensitive, as in HTTP. Immutable, thread-safe.
 */
final class HttpMethods {
    static final String OTHER = "_OTHER";

    /** One instance of each, so that later comparisons are by identity first. */
    private final Map<String, String> known = new HashMap<>();

    HttpMethods(HttpSettings settings) {
        for (String method : settings.knownMethods) {
            known.put(method, method);
        }
    }

    /** The method itself if it is known, else {@link #OTHER}. */
    String label(String method) {
        String label = known.get(method);
        return label == null ? OTHER : label;
    }

    /** How a label reads in a span name. */
    static String inName(String label) {
        return label.equals(OTHER) ? "HTTP" : label;
    }
}
