package io.obsagent.telemetry;

import java.util.Arrays;

/** A fixed set of attributes in the order given: of a series, or prepared for the spans of one statement or route. Immutable. */
public final class Attributes {
    public static final Attributes EMPTY = new Attributes(new Object[0]);

    /** Key, value, key, value. */
    private final Object[] pairs;
    private final int hash;

    private Attributes(Object[] pairs) {
        this.pairs = pairs;
        this.hash = Arrays.hashCode(pairs);
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return pairs.length / 2;
    }

    public AttributeKey<?> key(int i) {
        return (AttributeKey<?>) pairs[2 * i];
    }

    public Object value(int i) {
        return pairs[2 * i + 1];
    }

    /** The value of a key; null when it is not set. */
    @SuppressWarnings("unchecked")
    public <T> T get(AttributeKey<T> key) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(key)) {
                return (T) pairs[i + 1];
            }
        }
        return null;
    }

    /** These attributes with more behind them. */
    public Builder with() {
        Builder builder = new Builder();
        builder.pairs = Arrays.copyOf(pairs, pairs.length + 8);
        builder.length = pairs.length;
        return builder;
    }

    void copyTo(Object[] target, int at) {
        System.arraycopy(pairs, 0, target, at, pairs.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes && Arrays.equals(((Attributes) other).pairs, pairs);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(pairs);
    }

    /** Collects attributes; leaves out null values. Not thread-safe. */
    public static final class Builder {
        private Object[] pairs = new Object[16];
        private int length;

        public <T> Builder put(AttributeKey<T> key, T value) {
            if (value == null) {
                return this;
            }
            if (length == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * length + 2);
            }
            pairs[length] = key;
            pairs[length + 1] = value;
            length += 2;
            return this;
        }

        public Builder put(AttributeKey<Long> key, long value) {
            return put(key, Long.valueOf(value));
        }

        public Attributes build() {
            return length == 0 ? EMPTY : new Attributes(Arrays.copyOf(pairs, length));
        }
    }
}
