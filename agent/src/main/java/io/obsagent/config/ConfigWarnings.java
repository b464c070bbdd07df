package io.obsagent.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was wrong with the settings: one line a fault, in the order found, each once however often the setting is read.
 * Kept rather than logged because the log level is itself a setting. Thread-safe.
 */
public final class ConfigWarnings {
    private final Set<String> lines = new LinkedHashSet<>();

    /** Keeps a line; it must name the setting and what is used instead, and must not show a secret. */
    public synchronized void add(String line) {
        lines.add(line);
    }

    /** A copy of the lines so far. */
    public synchronized List<String> lines() {
        return new ArrayList<>(lines);
    }
}
