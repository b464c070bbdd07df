package io.obsagent.telemetry;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A metric and its series, each interned once by its attributes. Beyond the cardinality limit every further set of
 * attributes shares one overflow series, so that a flood of labels costs no memory and loses no count. Thread-safe.
 *
 * @param <S> the series of this instrument
 */
public abstract class Instrument<S> {
    private static final Attributes OVERFLOW =
            Attributes.builder().put(AttributeKey.flag("otel.metric.overflow"), Boolean.TRUE).build();

    private final String name;
    private final String unit;
    private final String description;
    private final int limit;
    private final ConcurrentHashMap<Attributes, S> series = new ConcurrentHashMap<>();

    Instrument(String name, String unit, String description, int limit) {
        this.name = name;
        this.unit = unit;
        this.description = description;
        this.limit = limit;
    }

    public String name() {
        return name;
    }

    /** As UCUM writes it. */
    public String unit() {
        return unit;
    }

    public String description() {
        return description;
    }

    /** The series of these attributes; for the slow path, callers keep it. */
    public S series(Attributes attributes) {
        S known = series.get(attributes);
        if (known != null) {
            return known;
        }
        Attributes admitted = series.size() < limit - 1 ? attributes : OVERFLOW;
        S made = create(admitted);
        S raced = series.putIfAbsent(admitted, made);
        return raced == null ? made : raced;
    }

    /** Whether attributes had to be folded into the overflow series. */
    boolean overflown() {
        return series.containsKey(OVERFLOW);
    }

    /** All series that exist now. */
    public Collection<S> all() {
        return series.values();
    }

    abstract S create(Attributes attributes);
}
