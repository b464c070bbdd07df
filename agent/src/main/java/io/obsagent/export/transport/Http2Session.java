package io.obsagent.export.transport;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The client side of HTTP/2 (RFC 9113) for one stream at a time, by prior knowledge or ALPN: flow control in both
 * directions, settings, pings and the backend's farewell. Frames are read only while an answer or window is awaited,
 * by the thread that waits.
 */
final class Http2Session {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** HEADER_TABLE_SIZE (1) = 0, ENABLE_PUSH (2) = 0. */
    private static final byte[] OUR_SETTINGS = {0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0};

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PUSH_PROMISE = 5;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int CONTINUATION = 9;

    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int PADDED = 8;
    private static final int PRIORITY = 0x20;

    private static final int CANCEL = 8;
    private static final int INITIAL_WINDOW_SIZE = 4;
    /** What every peer accepts; more would not make a few requests a minute faster. */
    private static final int LARGEST_FRAME = 16_384;
    private static final int LARGEST_HEADERS = 64 << 10;
    private static final int LAST_STREAM_ID = Integer.MAX_VALUE;

    private final Connection connection;
    private final OutputStream out;
    private final Frame frame = new Frame();
    private long connectionWindow = 65_535;
    private long streamWindow;
    private int initialWindow = 65_535;
    private int stream = -1;
    private boolean goingAway;
    private boolean heardFrom;
    private Answer answer;

    /** An answer so far. */
    static final class Answer {
        /** Headers and trailers together. */
        final Map<String, String> headers = new HashMap<>();

        final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private boolean ended;
    }

    Http2Session(Connection connection) throws IOException {
        this.connection = connection;
        out = new BufferedOutputStream(connection.out, LARGEST_FRAME + 9);
        out.write(PREFACE);
        write(SETTINGS, 0, 0, OUR_SETTINGS, 0, OUR_SETTINGS.length);
    }

    boolean isReusable() {
        return !goingAway && answer != null && answer.ended && stream < LAST_STREAM_ID - 2;
    }

    /** Sends one request of the parts one after the other and waits for the whole answer. */
    Answer exchange(byte[] headerBlock, byte[] prefix, byte[] body, int length) throws IOException {
        stream += 2;
        streamWindow = initialWindow;
        answer = new Answer();
        writeHeaders(headerBlock);
        writeData(prefix, prefix.length, false);
        writeData(body, length, true);
        out.flush();
        while (!answer.ended) {
            readFrame();
        }
        return answer;
    }

    private void writeHeaders(byte[] block) throws IOException {
        int first = Math.min(block.length, LARGEST_FRAME);
        write(HEADERS, first == block.length ? END_HEADERS : 0, stream, block, 0, first);
        for (int start = first; start < block.length; start += LARGEST_FRAME) {
            int part = Math.min(block.length - start, LARGEST_FRAME);
            write(CONTINUATION, start + part == block.length ? END_HEADERS : 0, stream, block, start, part);
        }
    }

    private void writeData(byte[] bytes, int length, boolean last) throws IOException {
        int sent = 0;
        while (!answer.ended && (sent < length || length == 0)) {
            int part = (int) Math.min(Math.min(connectionWindow, streamWindow), Math.min(length - sent, LARGEST_FRAME));
            if (part <= 0 && length > 0) {
                out.flush();
                readFrame();
                if (answer.ended) {
                    // The backend has made up its mind; nobody needs the rest of the request.
                    write(RST_STREAM, 0, stream, new byte[] {0, 0, 0, CANCEL}, 0, 4);
                    return;
                }
                continue;
            }
            write(DATA, last && sent + part == length ? END_STREAM : 0, stream, bytes, sent, part);
            connectionWindow -= part;
            streamWindow -= part;
            sent += part;
            if (length == 0) {
                return;
            }
        }
    }

    private void write(int type, int flags, int on, byte[] payload, int start, int length) throws IOException {
        out.write(length >> 16);
        out.write(length >> 8);
        out.write(length);
        out.write(type);
        out.write(flags);
        writeInt(on);
        out.write(payload, start, length);
    }

    private void writeInt(int value) throws IOException {
        out.write(value >> 24);
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private void readFrame() throws IOException {
        frame.read();
        switch (frame.type) {
            case DATA:
                data();
                break;
            case HEADERS:
                headers();
                break;
            case RST_STREAM:
                if (frame.stream == stream && !answer.ended) {
                    throw new Http2Exception("request reset by the backend, code " + frame.integer(0));
                }
                break;
            case SETTINGS:
                settings();
                break;
            case PUSH_PROMISE:
                throw new Http2Exception("a push that was not asked for");
            case PING:
                if ((frame.flags & ACK) == 0) {
                    write(PING, ACK, 0, frame.payload, 0, frame.length);
                    out.flush();
                }
                break;
            case GOAWAY:
                goingAway = true;
                if ((frame.integer(0) & LAST_STREAM_ID) < stream) {
                    throw new EOFException("the backend is going away");
                }
                break;
            case WINDOW_UPDATE:
                int more = frame.integer(0) & LAST_STREAM_ID;
                if (frame.stream == 0) {
                    connectionWindow += more;
                } else if (frame.stream == stream) {
                    streamWindow += more;
                }
                break;
            default:
                break;
        }
    }

    private void data() throws IOException {
        int start = (frame.flags & PADDED) == 0 ? 0 : 1;
        int end = frame.length - (start == 0 ? 0 : frame.payload[0] & 0xff);
        if (end < start) {
            throw new Http2Exception("more padding than frame");
        }
        if (frame.stream == stream) {
            if (answer.body.size() + end - start > HttpResponse.LARGEST_BODY) {
                throw new Http2Exception("an answer of more than 4 MiB");
            }
            answer.body.write(frame.payload, start, end - start);
            answer.ended |= (frame.flags & END_STREAM) != 0;
        }
        if (frame.length > 0) {
            writeWindowUpdate(0, frame.length);
            if (frame.stream == stream && !answer.ended) {
                writeWindowUpdate(stream, frame.length);
            }
            out.flush();
        }
    }

    private void writeWindowUpdate(int on, int more) throws IOException {
        byte[] payload = {(byte) (more >> 24), (byte) (more >> 16), (byte) (more >> 8), (byte) more};
        write(WINDOW_UPDATE, 0, on, payload, 0, payload.length);
    }

    private void headers() throws IOException {
        int of = frame.stream;
        boolean last = (frame.flags & END_STREAM) != 0;
        int start = ((frame.flags & PADDED) == 0 ? 0 : 1) + ((frame.flags & PRIORITY) == 0 ? 0 : 5);
        int end = frame.length - ((frame.flags & PADDED) == 0 ? 0 : frame.payload[0] & 0xff);
        if (end < start) {
            throw new Http2Exception("more padding than frame");
        }
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(frame.payload, start, end - start);
        while ((frame.flags & END_HEADERS) == 0) {
            frame.read();
            if (frame.type != CONTINUATION || frame.stream != of || block.size() > LARGEST_HEADERS) {
                throw new Http2Exception("headers without an end");
            }
            block.write(frame.payload, 0, frame.length);
        }
        if (of == stream) {
            HeaderBlock.decode(block.toByteArray(), answer.headers);
            answer.ended |= last;
        }
    }

    private void settings() throws IOException {
        if ((frame.flags & ACK) != 0) {
            return;
        }
        for (int at = 0; at + 6 <= frame.length; at += 6) {
            if ((frame.payload[at] << 8 | frame.payload[at + 1]) == INITIAL_WINDOW_SIZE) {
                int size = frame.integer(at + 2) & LAST_STREAM_ID;
                streamWindow += size - initialWindow;
                initialWindow = size;
            }
        }
        write(SETTINGS, ACK, 0, frame.payload, 0, 0);
        out.flush();
    }

    /** The frame read last; its buffer is used again. */
    private final class Frame {
        private final byte[] payload = new byte[LARGEST_FRAME];
        private int length;
        private int type;
        private int flags;
        private int stream;

        void read() throws IOException {
            byte[] head = new byte[9];
            int got = connection.in.readNBytes(head, 0, 9);
            if (got < 9 && !(got > 0 && !heardFrom)) {
                throw new EOFException("connection closed without an answer");
            }
            length = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | head[2] & 0xff;
            if (!heardFrom && (got < 9 || head[3] != SETTINGS)) {
                throw new NotHttp2Exception(head);
            }
            heardFrom = true;
            type = head[3];
            flags = head[4];
            stream = (head[5] & 0x7f) << 24 | (head[6] & 0xff) << 16 | (head[7] & 0xff) << 8 | head[8] & 0xff;
            if (length > LARGEST_FRAME) {
                throw new Http2Exception("a frame of " + length + " bytes");
            }
            if (connection.in.readNBytes(payload, 0, length) < length) {
                throw new EOFException("connection closed in the middle of an answer");
            }
        }

        int integer(int at) throws IOException {
            if (at + 4 > length) {
                throw new Http2Exception("a frame that is too short");
            }
            int high = (payload[at] & 0xff) << 8 | payload[at + 1] & 0xff;
            return high << 16 | (payload[at + 2] & 0xff) << 8 | payload[at + 3] & 0xff;
        }
    }
}
