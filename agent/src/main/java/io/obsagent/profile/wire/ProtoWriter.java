package io.obsagent.profile.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes protobuf fields one after the other into a growing buffer. As proto3 asks, scalar fields with the default
 * value are left out, except in {@code packed} lists and where a method says otherwise. Not thread-safe.
 */
public final class ProtoWriter {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;

    private byte[] buffer;
    private int size;

    public ProtoWriter() {
        this(256);
    }

    ProtoWriter(int capacity) {
        this.buffer = new byte[capacity];
    }

    public ProtoWriter varint(int field, long value) {
        if (value != 0) {
            raw((long) field << 3 | VARINT);
            raw(value);
        }
        return this;
    }

    ProtoWriter fixed64(int field, long value) {
        if (value != 0) {
            raw((long) field << 3 | FIXED64);
            bigEndian(Long.reverseBytes(value));
        }
        return this;
    }

    /** Written even when empty: an element of a repeated field counts. */
    public ProtoWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Written even when empty. */
    public ProtoWriter bytes(int field, byte[] value) {
        raw((long) field << 3 | BYTES);
        raw(value.length);
        append(value, value.length);
        return this;
    }

    /** Written even when empty. */
    public ProtoWriter message(int field, ProtoWriter message) {
        raw((long) field << 3 | BYTES);
        raw(message.size);
        append(message.buffer, message.size);
        return this;
    }

    /** A packed list of varints; nothing for an empty list. */
    ProtoWriter packed(int field, long... values) {
        if (values.length == 0) {
            return this;
        }
        ProtoWriter list = new ProtoWriter(values.length * 3);
        for (long value : values) {
            list.raw(value);
        }
        return message(field, list);
    }

    /** Eight bytes, most significant first, without a field number: for ids inside {@link #bytes}. */
    ProtoWriter bigEndian(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** All fields of another message at this level. */
    ProtoWriter fields(ProtoWriter other) {
        append(other.buffer, other.size);
        return this;
    }

    ProtoWriter clear() {
        size = 0;
        return this;
    }

    int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    private void raw(long varint) {
        ensure(10);
        long rest = varint;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    private void append(byte[] bytes, int length) {
        ensure(length);
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
