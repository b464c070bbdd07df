package io.obsagent.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/**
 * Encodes requests into one buffer that is used again and again, because retries need the bytes and a batch's worth of fresh
 * array every few seconds would be the exporter's largest allocation. Not thread-safe.
 */
final class RequestBody {
    /** A buffer larger than this is given back after use: one huge batch must not stay in the heap for ever. */
    private static final int LARGEST_KEPT = 1 << 20;

    private final boolean gzip;
    private Buffer buffer = new Buffer(8 << 10);

    RequestBody(boolean gzip) {
        this.gzip = gzip;
    }

    void encode(Message message) throws IOException {
        if (buffer.capacity() > LARGEST_KEPT) {
            buffer = new Buffer(LARGEST_KEPT);
        }
        buffer.reset();
        if (gzip) {
            try (GZIPOutputStream compressed = new GZIPOutputStream(buffer, 4 << 10)) {
                message.writeTo(compressed);
            }
        } else {
            message.writeTo(buffer);
        }
    }

    /** Valid up to {@link #length()} and until the next {@link #encode}. */
    byte[] bytes() {
        return buffer.array();
    }

    int length() {
        return buffer.size();
    }

    private static final class Buffer extends ByteArrayOutputStream {
        Buffer(int size) {
            super(size);
        }

        int capacity() {
            return buf.length;
        }

        byte[] array() {
            return buf;
        }
    }
}
