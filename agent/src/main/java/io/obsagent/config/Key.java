package io.obsagent.config;

/**
 * One setting: its name as a system property, the default in the spelling a user would write, and what it means.
 *
 * <p>The environment variable of a key is its name in upper case with {@code .} and {@code -} as {@code _}.
 * Immutable.
 */
public final class Key {
    private final String name;
    private final String defaultValue;
    private final String meaning;
    private final boolean secret;

    /** @param defaultValue null where being unset has a meaning of its own */
    Key(String name, String defaultValue, String meaning) {
        this(name, defaultValue, meaning, false);
    }

    private Key(String name, String defaultValue, String meaning, boolean secret) {
        this.name = name;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
        this.secret = secret;
    }

    /** The same key, its value never printed. */
    Key masked() {
        return new Key(name, defaultValue, meaning, true);
    }

    /** A key of a pattern such as {@code obs.instrumentation.<name>.enabled}, its placeholder filled. */
    public Key of(String filling) {
        int open = name.indexOf('<');
        int close = name.indexOf('>');
        String filled = open < 0 ? name : name.substring(0, open) + filling + name.substring(close + 1);
        return new Key(filled, defaultValue, meaning, secret);
    }

    /** The same key one level deeper: {@code otel.exporter.otlp.timeout} at {@code traces}. */
    Key below(String prefix, String level) {
        return new Key(prefix + level + '.' + name.substring(prefix.length()), defaultValue, meaning, secret);
    }

    /** The same key where the default depends on another setting. */
    Key withDefault(String value) {
        return new Key(name, value, meaning, secret);
    }

    public String name() {
        return name;
    }

    /** Null where there is none. */
    public String defaultValue() {
        return defaultValue;
    }

    public String meaning() {
        return meaning;
    }

    boolean isSecret() {
        return secret;
    }

    @Override
    public String toString() {
        return name;
    }
}
