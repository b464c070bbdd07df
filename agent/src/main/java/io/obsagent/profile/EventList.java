package io.obsagent.profile;

import io.obsagent.config.Key;
import io.obsagent.config.Keys;
import io.obsagent.config.Settings;
import io.obsagent.profile.engine.Events;
import java.util.List;
import java.util.Locale;

/** Reads {@code obs.profile}: names of events, each with an optional distance, as in {@code cpu,alloc:512k,wall:100ms}. */
final class EventList {
    private static final long MILLI = 1_000_000;
    private static final long SHORTEST_CPU = MILLI;
    private static final long SHORTEST_WALL = 5 * MILLI;
    private static final long SMALLEST_ALLOC = 64 * 1024;

    private final Settings settings;
    private long cpuNanos;
    private boolean perf;
    private long wallNanos;
    private long allocBytes;
    private long lockNanos;
    private boolean live;

    private EventList(Settings settings) {
        this.settings = settings;
    }

    /** @param items of the setting, or of its default */
    static Events parse(Settings settings, List<String> items) {
        EventList events = new EventList(settings);
        for (String item : items) {
            events.add(item.toLowerCase(Locale.ROOT));
        }
        return events.build();
    }

    private void add(String item) {
        int colon = item.indexOf(':');
        String name = colon < 0 ? item : item.substring(0, colon);
        String distance = colon < 0 ? null : item.substring(colon + 1);
        switch (name) {
            case "cpu":
                cpuNanos = nanos(item, distance, 10 * MILLI, SHORTEST_CPU);
                break;
            case "perf":
                cpuNanos = nanos(item, distance, 10 * MILLI, SHORTEST_CPU);
                perf = true;
                break;
            case "wall":
                wallNanos = nanos(item, distance, 50 * MILLI, SHORTEST_WALL);
                break;
            case "alloc":
                allocBytes = bytes(item, distance);
                break;
            case "lock":
                lockNanos = nanos(item, distance, 10 * MILLI, 1);
                break;
            case "live":
                live = true;
                break;
            default:
                reject(item, "is no event (cpu, perf, wall, alloc, live, lock): left out");
        }
    }

    private Events build() {
        if (live && allocBytes == 0) {
            allocBytes = 1 << 20;
        }
        return new Events(cpuNanos, perf, wallNanos, allocBytes, lockNanos, live);
    }

    private long nanos(String item, String distance, long usual, long least) {
        if (distance == null) {
            return usual;
        }
        long nanos = scaled(distance, new String[] {"ns", "us", "ms", "s"}, new long[] {1, 1_000, MILLI, 1_000 * MILLI});
        return checked(item, nanos, usual, least, usual / MILLI + "ms", "a time such as 10ms");
    }

    private long bytes(String item, String distance) {
        long usual = 1 << 20;
        if (distance == null) {
            return usual;
        }
        long bytes = scaled(distance, new String[] {"k", "m"}, new long[] {1 << 10, 1 << 20});
        return checked(item, bytes, usual, SMALLEST_ALLOC, "1m", "a size such as 512k");
    }

    private long checked(String item, long value, long usual, long least, String usualText, String wanted) {
        if (value >= least) {
            return value;
        }
        reject(item, (value < 0 ? "needs " + wanted : "is too often") + ": using " + usualText);
        return usual;
    }

    private static long scaled(String text, String[] units, long[] factors) {
        for (int i = 0; i < units.length; i++) {
            if (text.endsWith(units[i])) {
                String number = text.substring(0, text.length() - units[i].length());
                if (!number.isEmpty() && number.length() < 10 && number.chars().allMatch(Character::isDigit)) {
                    return Long.parseLong(number) * factors[i];
                }
            }
        }
        return -1;
    }

    private void reject(String item, String fault) {
        Key key = Keys.PROFILE;
        settings.warnings().add(settings.origin(key) + " has '" + item + "', which " + fault);
    }
}
