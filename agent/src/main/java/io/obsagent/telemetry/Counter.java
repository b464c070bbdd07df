package io.obsagent.telemetry;

/** A sum and its series: monotonic, or one that goes up and down. Thread-safe. */
public final class Counter extends Instrument<CounterSeries> {
    private final boolean monotonic;

    Counter(String name, String unit, String description, int limit, boolean monotonic) {
        super(name, unit, description, limit);
        this.monotonic = monotonic;
    }

    public boolean monotonic() {
        return monotonic;
    }

    @Override
    CounterSeries create(Attributes attributes) {
        return new CounterSeries(attributes);
    }
}
