package io.obsagent.telemetry;

/** Numbers as attribute values. Status codes and common ports are beyond what {@link Long#valueOf} keeps. Thread-safe. */
final class BoxedNumbers {
    private static final Long[] KEPT = new Long[1024];

    private BoxedNumbers() {}

    static Long of(long value) {
        if (value < 0 || value >= KEPT.length) {
            return value;
        }
        Long known = KEPT[(int) value];
        if (known == null) {
            known = value;
            KEPT[(int) value] = known;
        }
        return known;
    }
}
