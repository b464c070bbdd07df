package io.obsagent.export.proto;

import io.obsagent.id.Hex;
import java.io.IOException;
import java.io.OutputStream;
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
    private static final int FIXED32 = 5;
    private static final int LONGEST_VARINT = 10;

    private byte[] buffer;
    private int size;

    public ProtoWriter() {
        this(256);
    }

    public ProtoWriter(int capacity) {
        this.buffer = new byte[capacity];
    }

    public ProtoWriter varint(int field, long value) {
        return value == 0 ? this : chosen(field, value);
    }

    /** A varint that is written even when 0: which member of a {@code oneof} there is, is information. */
    public ProtoWriter chosen(int field, long value) {
        ensure(2 * LONGEST_VARINT);
        raw((long) field << 3 | VARINT);
        raw(value);
        return this;
    }

    public ProtoWriter fixed64(int field, long value) {
        return value == 0 ? this : chosenFixed64(field, value);
    }

    /** Written even when 0, as {@link #chosen}. */
    public ProtoWriter chosenFixed64(int field, long value) {
        ensure(LONGEST_VARINT);
        raw((long) field << 3 | FIXED64);
        return bigEndian(Long.reverseBytes(value));
    }

    public ProtoWriter fixed32(int field, int value) {
        if (value != 0) {
            ensure(LONGEST_VARINT + 4);
            raw((long) field << 3 | FIXED32);
            for (int shift = 0; shift < 32; shift += 8) {
                buffer[size++] = (byte) (value >>> shift);
            }
        }
        return this;
    }

    /** Written even when empty: an element of a repeated field counts. */
    public ProtoWriter text(int field, String value) {
        int length = value.length();
        ensure(2 * LONGEST_VARINT + length);
        int start = size;
        raw((long) field << 3 | BYTES);
        raw(length);
        byte[] to = buffer;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                size = start;
                return bytes(field, value.getBytes(StandardCharsets.UTF_8));
            }
            to[at + i] = (byte) c;
        }
        size = at + length;
        return this;
    }

    /** Written even when empty. */
    public ProtoWriter bytes(int field, byte[] value) {
        return bytes(field, value, value.length);
    }

    /** Written even when empty. */
    public ProtoWriter message(int field, ProtoWriter message) {
        return bytes(field, message.buffer, message.size);
    }

    private ProtoWriter bytes(int field, byte[] value, int length) {
        ensure(2 * LONGEST_VARINT);
        raw((long) field << 3 | BYTES);
        raw(length);
        append(value, length);
        return this;
    }

    /**
     * Begins a message whose fields follow. Written even when empty.
     *
     * @return what {@link #close} wants
     */
    public int open(int field) {
        ensure(LONGEST_VARINT + 1);
        raw((long) field << 3 | BYTES);
        return ++size; // one byte is kept for the length, which is enough for most messages
    }

    /** Ends the message begun last. */
    public ProtoWriter close(int start) {
        int length = size - start;
        int more = lengthOf(length) - 1;
        if (more > 0) {
            ensure(more);
            System.arraycopy(buffer, start, buffer, start + more, length);
        }
        size = start - 1;
        raw(length);
        size += length;
        return this;
    }

    /** A packed list of varints; nothing for an empty list. */
    public ProtoWriter packed(int field, long... values) {
        if (values.length == 0) {
            return this;
        }
        ensure(2 * LONGEST_VARINT + LONGEST_VARINT * values.length);
        int start = open(field);
        for (long value : values) {
            raw(value);
        }
        return close(start);
    }

    /** The ids as one text of lower-case hexadecimal digits, sixteen each. */
    public ProtoWriter hexadecimal(int field, long... ids) {
        ensure(2 * LONGEST_VARINT + 16 * ids.length);
        raw((long) field << 3 | BYTES);
        raw(16L * ids.length);
        for (long id : ids) {
            Hex.write(id, buffer, size);
            size += 16;
        }
        return this;
    }

    /** 16 bytes as a field, most significant first: the id of a trace. */
    public ProtoWriter id(int field, long high, long low) {
        ensure(LONGEST_VARINT + 1);
        raw((long) field << 3 | BYTES);
        raw(16);
        return bigEndian(high).bigEndian(low);
    }

    /** Eight bytes as a field, most significant first: the id of a span. */
    public ProtoWriter id(int field, long value) {
        ensure(LONGEST_VARINT + 1);
        raw((long) field << 3 | BYTES);
        raw(8);
        return bigEndian(value);
    }

    private ProtoWriter bigEndian(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** All fields of another message at this level. */
    public ProtoWriter fields(ProtoWriter other) {
        append(other.buffer, other.size);
        return this;
    }

    public ProtoWriter clear() {
        size = 0;
        return this;
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(buffer, 0, size);
    }

    private static int lengthOf(int varint) {
        return (38 - Integer.numberOfLeadingZeros(varint | 1)) / 7;
    }

    private void raw(long varint) {
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
