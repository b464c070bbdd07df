package io.obsagent.telemetry;

import java.nio.charset.StandardCharsets;

/**
 * The name and type of an attribute. Immutable; made once and kept in a constant, compared by identity first.
 *
 * @param <T> {@code String}, {@code Long}, {@code Double}, {@code Boolean} or {@code String[]}
 */
public final class AttributeKey<T> {
    /** The types an attribute can have. */
    public enum Type {
        STRING,
        LONG,
        DOUBLE,
        BOOLEAN,
        STRING_ARRAY
    }

    private final String name;
    private final Type type;
    private final byte[] encodedName;
    /** What the exporter makes of this key, kept here so that it is made once; opaque to this room. */
    private volatile Object exported;

    private AttributeKey(String name, Type type) {
        this.name = name;
        this.type = type;
        this.encodedName = name.getBytes(StandardCharsets.UTF_8);
    }

    public static AttributeKey<String> string(String name) {
        return new AttributeKey<>(name, Type.STRING);
    }

    public static AttributeKey<Long> number(String name) {
        return new AttributeKey<>(name, Type.LONG);
    }

    public static AttributeKey<Double> decimal(String name) {
        return new AttributeKey<>(name, Type.DOUBLE);
    }

    public static AttributeKey<Boolean> flag(String name) {
        return new AttributeKey<>(name, Type.BOOLEAN);
    }

    public static AttributeKey<String[]> strings(String name) {
        return new AttributeKey<>(name, Type.STRING_ARRAY);
    }

    public String name() {
        return name;
    }

    /** The name in UTF-8, made once because each span repeats it. Not to be written to. */
    public byte[] encodedName() {
        return encodedName;
    }

    public Type type() {
        return type;
    }

    public Object exported() {
        return exported;
    }

    public void exported(Object made) {
        exported = made;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof AttributeKey && ((AttributeKey<?>) other).name.equals(name) && ((AttributeKey<?>) other).type == type;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
