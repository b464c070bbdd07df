package io.obsagent.telemetry;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
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
    /** Weak: a reader may be a class of a web application, which must not be kept by being observed. */
    private final List<WeakReference<Observation<?>>> observations = new ArrayList<>();

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

    /**
     * Adds a point; beyond the cardinality limit it is left out.
     *
     * @param observation to be kept alive by its owner, as long as the point is wanted
     */
    public synchronized void add(Observation<?> observation) {
        for (Iterator<WeakReference<Observation<?>>> each = observations.iterator(); each.hasNext();) {
            Observation<?> earlier = each.next().get();
            if (earlier == null || earlier.gone()) {
                each.remove();
            }
        }
        if (observations.size() < limit) {
            observations.add(new WeakReference<>(observation));
        }
    }

    /** The points to read now. */
    public synchronized List<Observation<?>> current() {
        List<Observation<?>> current = new ArrayList<>(observations.size());
        for (WeakReference<Observation<?>> reference : observations) {
            Observation<?> observation = reference.get();
            if (observation != null && !observation.gone()) {
                current.add(observation);
            }
        }
        return current;
    }
}
