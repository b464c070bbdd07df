package io.obsagent.telemetry;

/** One series of a {@link Counter}. Lock-free, allocates only a thread's first cells. Thread-safe. */
public final class CounterSeries {
    private final Attributes attributes;
    private final Cells cells = new Cells(1);

    CounterSeries(Attributes attributes) {
        this.attributes = attributes;
    }

    public Attributes attributes() {
        return attributes;
    }

    /** @param delta not negative for monotonic counters */
    public void add(long delta) {
        Cells.add(cells.stripe(), 0, delta);
    }

    public long value() {
        return cells.fold(0);
    }
}
