package io.obsagent.telemetry;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the values of one label before they reach a series: the first N are kept, the rest become {@code _OTHER}. So
 * one bad label (generated queue names) does not blind the others of its metric. Thread-safe.
 */
public final class LabelCap {
    public static final String OTHER = "_OTHER";

    private final int most;
    private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();
    private final AtomicLong folded = new AtomicLong();

    public LabelCap(int most) {
        this.most = most;
    }

    /** The value itself (one instance of it), or {@code _OTHER}; null stays null. */
    public String fold(String value) {
        if (value == null) {
            return null;
        }
        String admitted = known.get(value);
        if (admitted != null) {
            return admitted;
        }
        if (known.size() >= most) {
            folded.incrementAndGet();
            return OTHER;
        }
        known.putIfAbsent(value, value);
        return value;
    }

    /** How often a value was folded. */
    public long folded() {
        return folded.get();
    }
}
