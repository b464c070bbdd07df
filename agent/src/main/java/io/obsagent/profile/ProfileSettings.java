package io.obsagent.profile;

import io.obsagent.config.Endpoint;
import io.obsagent.config.Key;
import io.obsagent.config.Keys;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import io.obsagent.profile.engine.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is profiled and where it goes. Immutable. */
public final class ProfileSettings {
    private static final long SHORTEST_MILLIS = 1_000;

    /** Nothing to sample when profiles are off. */
    final Events events;
    final long windowMillis;
    final long sessionMillis;
    final boolean leafIds;
    /** Null for the usual folders. */
    final String folder;
    /** 0 for none. */
    final int port;
    /** Null for none. */
    final PyroscopeServer pyroscope;
    /** Null for none. */
    final OtlpSettings otlp;
    /** For TLS files and, where profiles go there, the endpoint. */
    final OtlpSettings otlpFiles;
    /** Null for {@code service.name}. */
    final String application;
    final Map<String, String> labels;

    private ProfileSettings(Settings settings) {
        windowMillis = window(settings);
        sessionMillis = atLeastASecond(settings, Keys.PROFILE_SESSION);
        leafIds = settings.choice(Keys.PROFILE_SPAN, SpanMode.values()) == SpanMode.LEAF;
        folder = settings.text(Keys.PROFILE_DIR);
        port = settings.isSet(Keys.PROFILE_PORT) ? port(settings) : 0;
        application = settings.text(Keys.PYROSCOPE_APPLICATION);
        labels = settings.pairs(Keys.PYROSCOPE_LABELS);
        pyroscope = PyroscopeServer.of(settings);
        otlpFiles = OtlpSettings.of(settings, OtlpSettings.Signal.PROFILES);
        boolean ownEndpoint = otlpFiles.endpointSetting.toLowerCase(Locale.ROOT).contains("profiles");
        boolean named = pyroscope != null || ownEndpoint || port > 0;
        events = events(settings, named);
        otlp = ownEndpoint || !named ? otlpFiles : null;
    }

    public static ProfileSettings of(Settings settings) {
        return new ProfileSettings(settings);
    }

    /** Whether anything is to be sampled. */
    public boolean isOn() {
        return !events.none();
    }

    private static Events events(Settings settings, boolean destinationNamed) {
        List<String> items = settings.isSet(Keys.PROFILE) ? settings.list(Keys.PROFILE) : usual(settings);
        boolean off = items.size() == 1 && items.get(0).matches("(?i)off|none|false");
        boolean wanted = destinationNamed || settings.isSet(Keys.PROFILE);
        if (off || !wanted || !settings.flag(Keys.PYROSCOPE_ENABLED)) {
            return new Events(0, false, 0, 0, 0, false);
        }
        boolean on = items.size() == 1 && items.get(0).matches("(?i)on|true|all");
        return EventList.parse(settings, on ? usual(settings) : items);
    }

    /** The default with the distances that settings of Pyroscope's agent give. */
    private static List<String> usual(Settings settings) {
        List<String> items = new ArrayList<>();
        for (String name : Keys.PROFILE.defaultValue().split(",")) {
            Key key = name.equals("cpu") ? Keys.PYROSCOPE_PROFILING_INTERVAL
                    : name.equals("alloc") ? Keys.PYROSCOPE_ALLOC : name.equals("lock") ? Keys.PYROSCOPE_LOCK : null;
            items.add(key == null || settings.text(key) == null ? name : name + ':' + settings.text(key));
        }
        return items;
    }

    private static long window(Settings settings) {
        Key key = settings.isSet(Keys.PROFILE_WINDOW) || !settings.isSet(Keys.PYROSCOPE_UPLOAD_INTERVAL)
                ? Keys.PROFILE_WINDOW : Keys.PYROSCOPE_UPLOAD_INTERVAL;
        if (key == Keys.PYROSCOPE_UPLOAD_INTERVAL && !settings.text(key).matches("\\d{1,6}(ms|s|m)?")) {
            settings.rejected(key, "not a time");
            key = Keys.PROFILE_WINDOW;
        }
        return atLeastASecond(settings, key);
    }

    private static long atLeastASecond(Settings settings, Key key) {
        long millis = settings.millis(key);
        if (millis < SHORTEST_MILLIS) {
            settings.warnings().add(settings.origin(key) + "=" + settings.text(key) + " is too short: using 1s");
            return SHORTEST_MILLIS;
        }
        return millis;
    }

    private static int port(Settings settings) {
        int port;
        try {
            port = Integer.parseInt(settings.text(Keys.PROFILE_PORT));
        } catch (NumberFormatException e) {
            port = -1;
        }
        if (port < 1 || port > 65_535) {
            settings.rejected(Keys.PROFILE_PORT, "not a port");
            return 0;
        }
        return port;
    }

    /** Whether a profile is found by the id of its request or of its own span. */
    enum SpanMode {
        ROOT,
        LEAF
    }

    /** The servers that profiles would be sent to, for tests. */
    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        if (pyroscope != null) {
            endpoints.add(pyroscope.endpoint);
        }
        if (otlp != null) {
            endpoints.add(otlp.endpoint);
        }
        return endpoints;
    }
}
