package io.obsagent.telemetry;

import java.util.ArrayList;
import java.util.List;

/** A metric whose points are read at collection. Thread-safe. */
public final class Observed {
    /** What the points mean. */
    public enum Form {
        UP_DOWN_COUNTER,
        COUNTER,
        GAUGE
    }

    private final String name;
    private final String unit;
    private final String description;
    private final Form form;
    private final int limit;
    private final List<Observation<?>> observations = new ArrayList<>();

    Observed(String name, String unit, String description, Form form, int limit) {
        this.name = name;
        this.unit = unit;
        this.description = description;
        this.form = form;
        this.limit = limit;
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public String description() {
        return description;
    }

    public Form form() {
        return form;
    }

    /** Adds a point; beyond the cardinality limit it is left out. */
    public synchronized void add(Observation<?> observation) {
        observations.removeIf(Observation::gone);
        if (observations.size() < limit) {
            observations.add(observation);
        }
    }

    /** The points to read now. */
    public synchronized List<Observation<?>> current() {
        observations.removeIf(Observation::gone);
        return new ArrayList<>(observations);
    }
}
