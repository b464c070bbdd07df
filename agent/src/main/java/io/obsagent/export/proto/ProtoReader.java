package io.obsagent.export.proto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the fields of a protobuf message one after the other: {@code while (reader.next()) switch on
 * reader.field()}. A field that is not asked for is skipped. Malformed input throws {@link MalformedException}.
 */
public final class ProtoReader {
    /** The bytes are not a protobuf message. */
    public static final class MalformedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MalformedException() {
            super("not a protobuf message", null, false, false);
        }
    }

    private final byte[] bytes;
    private int position;
    private int field;
    private long number;
    private byte[] content;

    public ProtoReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Moves to the next field; false at the end. */
    public boolean next() {
        if (position == bytes.length) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        number = 0;
        content = null;
        switch ((int) (tag & 7)) {
            case 0:
                number = varint();
                break;
            case 1:
                skip(8);
                break;
            case 2:
                long length = varint();
                int start = position;
                skip(length);
                content = Arrays.copyOfRange(bytes, start, position);
                break;
            case 5:
                skip(4);
                break;
            default:
                throw new MalformedException();
        }
        if (field == 0) {
            throw new MalformedException();
        }
        return true;
    }

    public int field() {
        return field;
    }

    /** Whether the field is bytes, a string or a message. */
    public boolean isBytes() {
        return content != null;
    }

    /** The value of a varint field; 0 for others. */
    public long number() {
        return number;
    }

    /** The value of a bytes, string or message field. */
    public byte[] content() {
        if (content == null) {
            throw new MalformedException();
        }
        return content;
    }

    /** {@link #content()} as UTF-8. */
    public String text() {
        return new String(content(), StandardCharsets.UTF_8);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position == bytes.length) {
                throw new MalformedException();
            }
            byte b = bytes[position++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new MalformedException();
    }

    private void skip(long count) {
        if (count < 0 || count > bytes.length - position) {
            throw new MalformedException();
        }
        position += (int) count;
    }
}
