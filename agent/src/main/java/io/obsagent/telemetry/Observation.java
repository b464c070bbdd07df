package io.obsagent.telemetry;

import java.lang.ref.WeakReference;

/**
 * A number that is read when metrics are collected, from an object of the application (a pool) that it must not keep
 * alive. Ends by itself when that object is gone.
 *
 * @param <T> the observed object
 */
public abstract class Observation<T> {
    private final WeakReference<T> observed;
    private final Attributes attributes;

    protected Observation(T observed, Attributes attributes) {
        this.observed = new WeakReference<>(observed);
        this.attributes = attributes;
    }

    /** Reads the number on the exporter's thread. Must not block; what it throws leaves the point out. */
    protected abstract long read(T object);

    public Attributes attributes() {
        return attributes;
    }

    public boolean gone() {
        return observed.get() == null;
    }

    /** The number now; null when the object is gone or reading failed. */
    public Long value() {
        T object = observed.get();
        try {
            return object == null ? null : read(object);
        } catch (RuntimeException | LinkageError e) {
            return null; // a pool that is being closed
        }
    }
}
