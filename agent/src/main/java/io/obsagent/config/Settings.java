package io.obsagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The settings of this JVM, merged once: agent arguments win over system properties, these over the environment, that
 * over the properties file {@code obs.config.file}.
 *
 * <p>Agent arguments are {@code key=value,key2=value2}; a comma inside a value is written twice ({@code ,,}); keys that
 * start with neither {@code otel.}, {@code obs.} nor {@code pyroscope.} are ours, so {@code log.level=debug} is
 * {@code obs.log.level}. Blanks around names and values do not count and an empty value is an unset one.
 *
 * <p>No method throws on a bad value: the documented default is returned and {@link #warnings()} keeps one line.
 * Immutable but for those lines; thread-safe.
 */
public final class Settings {
    private final Map<String, Setting> found;
    private final ConfigWarnings warnings;

    private Settings(Map<String, Setting> found, ConfigWarnings warnings) {
        this.found = found;
        this.warnings = warnings;
    }

    /**
     * Reads all four sources of this JVM. {@code agentArgs} may be null. A source that a security manager denies
     * counts as empty.
     */
    public static Settings load(String agentArgs) {
        Map<?, ?> properties = Collections.emptyMap();
        Map<String, String> environment = Collections.emptyMap();
        ConfigWarnings warnings = new ConfigWarnings();
        try {
            properties = System.getProperties();
            environment = System.getenv();
        } catch (SecurityException e) {
            warnings.add("system properties or environment may not be read (" + e.getMessage() + "): their settings are not seen");
        }
        return merge(agentArgs, properties, environment, warnings);
    }

    /** As {@link #load}, from the given maps. */
    public static Settings of(String agentArgs, Map<?, ?> systemProperties, Map<String, String> environment) {
        return merge(agentArgs, systemProperties, environment, new ConfigWarnings());
    }

    private static Settings merge(
            String agentArgs, Map<?, ?> systemProperties, Map<String, String> environment, ConfigWarnings warnings) {
        return new Settings(new SettingSources(warnings).merge(agentArgs, systemProperties, environment), warnings);
    }

    /** What was wrong so far; grows while rooms read their settings. */
    public ConfigWarnings warnings() {
        return warnings;
    }

    /** True when a source gives the key a non-empty value. */
    public boolean isSet(Key key) {
        return setting(key) != null;
    }

    /** The value as written, else the default, which may be null. */
    public String text(Key key) {
        Setting setting = setting(key);
        return setting == null ? key.defaultValue() : setting.value();
    }

    /**
     * True only for {@code true} in any case, as the OpenTelemetry specification asks; anything but true and false is
     * reported.
     */
    public boolean flag(Key key) {
        String value = text(key);
        if ("true".equalsIgnoreCase(value)) {
            return true;
        }
        if (value == null || "false".equalsIgnoreCase(value)) {
            return false;
        }
        return "true".equals(rejected(key, "neither true nor false"));
    }

    /** A whole number from {@code least} up to {@link Integer#MAX_VALUE}. The key must have a default. */
    public int count(Key key, int least) {
        return (int) number(key, least, Integer.MAX_VALUE);
    }

    /** As {@link #count}, but {@link Integer#MAX_VALUE} where the key is unset, or bad, and has no default. */
    public int limit(Key key) {
        return text(key) == null ? Integer.MAX_VALUE : (int) number(key, 0, Integer.MAX_VALUE);
    }

    /**
     * A duration in milliseconds; {@code 5000}, {@code 5000ms}, {@code 5s}, {@code 1m}, {@code 1h} are understood. The
     * key must have a default.
     */
    public long millis(Key key) {
        long parsed = Values.millis(text(key));
        return parsed >= 0 ? parsed : Values.millis(rejected(key, "not a duration in milliseconds"));
    }

    /** A number from 0 to 1. The key must have a default. */
    public double ratio(Key key) {
        double parsed = Values.ratio(text(key));
        return parsed >= 0 ? parsed : Values.ratio(rejected(key, "not a number from 0 to 1"));
    }

    /** Items between commas, trimmed, empty ones left out. */
    public List<String> list(Key key) {
        return Values.list(text(key));
    }

    /**
     * {@code key=value,key2=value2} with percent-decoded values, in the order given. One malformed pair discards all of
     * them, as the specification asks for resource attributes.
     */
    public Map<String, String> pairs(Key key) {
        Map<String, String> pairs = Values.pairs(text(key));
        return pairs != null ? pairs : Values.pairs(rejected(key, "not a list of percent-encoded key=value pairs"));
    }

    /**
     * The one of {@code values} whose name is written, case ignored, {@code /} and {@code -} standing for {@code _}.
     * The key must have a default.
     */
    public <E extends Enum<E>> E choice(Key key, E[] values) {
        E chosen = named(values, text(key));
        return chosen != null ? chosen : named(values, rejected(key, "not supported"));
    }

    /** As {@link #choice} for a list: every known item once, in the order given; {@code none} alone is the empty list. */
    public <E extends Enum<E>> List<E> choices(Key key, E[] values) {
        List<E> chosen = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        boolean none = false;
        for (String item : list(key)) {
            E value = named(values, item);
            if (value != null && !chosen.contains(value)) {
                chosen.add(value);
            } else if ("none".equalsIgnoreCase(item)) {
                none = true;
            } else if (value == null) {
                unknown.add(item);
            }
        }
        if (chosen.isEmpty() && !none) {
            for (String item : Values.list(rejected(key, "without anything known"))) {
                chosen.add(named(values, item));
            }
        } else {
            for (String item : unknown) {
                warnings.add(origin(key) + " has '" + item + "', which is not supported: left out");
            }
        }
        return Collections.unmodifiableList(chosen);
    }

    /**
     * Reports that the value of a key cannot be used and gives the default back.
     *
     * @param fault completes the sentence "it is ..."
     */
    public String rejected(Key key, String fault) {
        String shown = key.isSecret() ? Secrets.MASK : Secrets.mask(text(key));
        String fallback = key.defaultValue() == null ? "ignored" : "using " + key.defaultValue();
        warnings.add(origin(key) + "=" + shown + " is " + fault + ": " + fallback);
        return key.defaultValue();
    }

    /** How the user spelled the setting, for messages; the key's name when it is unset. */
    public String origin(Key key) {
        Setting setting = setting(key);
        return setting == null ? key.name() : setting.origin();
    }

    /**
     * Reports every {@code obs.*} key that the table does not have, with the closest one that it has. Not for premain:
     * reads the whole table.
     */
    public void reportUnknown() {
        UnknownKeys unknown = new UnknownKeys(Keys.all());
        for (String name : new TreeSet<>(found.keySet())) {
            if (name.startsWith("obs.") && !unknown.isKnown(name)) {
                warnings.add(found.get(name).origin() + " is not a setting: ignored" + unknown.suggestion(name));
            }
        }
    }

    private long number(Key key, long least, long most) {
        long parsed = Values.wholeNumber(text(key));
        if (parsed >= least && parsed <= most) {
            return parsed;
        }
        String fallback = rejected(key, least > 0 ? "not a whole number from " + least + " up" : "not a whole number");
        return fallback == null ? most : Values.wholeNumber(fallback);
    }

    private Setting setting(Key key) {
        return found.get(SettingSources.normalise(key.name()));
    }

    private static <E extends Enum<E>> E named(E[] values, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('/', '_').replace('-', '_');
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
