package io.obsagent.export.transport;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** An HTTP/1.1 response, read within bounds: a backend gone wrong must not fill the application's heap. */
final class HttpResponse {
    static final int LARGEST_BODY = 4 << 20;
    private static final int LONGEST_HEAD = 64 << 10;
    private static final int LONGEST_EXCERPT = 200;

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean complete;

    private HttpResponse(int status, Map<String, String> headers, byte[] body, boolean complete) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.complete = complete;
    }

    /** Skips interim responses. @throws EOFException when the connection ends before the first byte. */
    static HttpResponse read(InputStream in) throws IOException {
        Head head = new Head(in);
        int status;
        Map<String, String> headers;
        do {
            status = status(head.line());
            headers = headers(head);
        } while (status >= 100 && status < 200);

        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean complete = status == 204 || status == 304 || readBody(in, head, headers, body);
        return new HttpResponse(status, headers, body.toByteArray(), complete);
    }

    /** The status of a response without a body, of which nothing else matters. */
    static int readStatus(InputStream in) throws IOException {
        Head head = new Head(in);
        int status = status(head.line());
        headers(head);
        return status;
    }

    /** True when the connection stands at the start of the next response. */
    boolean keepsConnection() {
        return complete && !"close".equalsIgnoreCase(headers.get("connection"));
    }

    /** The OTLP/HTTP reading of the response. */
    Reply reply() {
        if (status >= 200 && status < 300) {
            return accepted();
        }
        if (isPassing(String.valueOf(status))) {
            return Reply.retry(reason(), RetryAfter.millis(headers.get("retry-after"), System.currentTimeMillis()));
        }
        return Reply.rejected(reason());
    }

    /** The table of the OTLP specification. */
    static boolean isPassing(String status) {
        return status.equals("429") || status.equals("502") || status.equals("503") || status.equals("504");
    }

    private Reply accepted() {
        if (body.length >= LARGEST_BODY) {
            return Reply.rejected("HTTP " + status + " with an answer of more than 4 MiB");
        }
        String type = headers.getOrDefault("content-type", "");
        if (body.length == 0 || type.startsWith("application/json")) {
            return Reply.accepted(new byte[0]);
        }
        return type.startsWith("application/x-protobuf") && !headers.containsKey("content-encoding")
                ? Reply.accepted(body)
                : Reply.rejected("HTTP " + status + " with an answer that is not OTLP (" + type + "): is this the right endpoint?");
    }

    private String reason() {
        if (status >= 300 && status < 400) {
            return "HTTP " + status + ", a redirect to " + headers.getOrDefault("location", "nowhere") + ", which is not followed";
        }
        String type = headers.getOrDefault("content-type", "");
        String said = "";
        if (type.startsWith("application/x-protobuf")) {
            said = GrpcStatus.messageOf(body);
        } else if (type.startsWith("text/plain") || type.startsWith("application/json")) {
            said = new String(body, 0, Math.min(body.length, LONGEST_EXCERPT), StandardCharsets.UTF_8).trim();
        }
        return "HTTP " + status + (said.isEmpty() ? "" : ", " + said);
    }

    private static int status(String line) throws IOException {
        if (line.startsWith("HTTP/1.") && line.length() >= 12) {
            try {
                return Integer.parseInt(line.substring(9, 12));
            } catch (NumberFormatException e) {
                throw new NotHttpException(line);
            }
        }
        throw new NotHttpException(line);
    }

    private static Map<String, String> headers(Head head) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = head.line(); !line.isEmpty(); line = head.line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).trim().toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
            }
        }
        return headers;
    }

    /** False when the body goes on, or must be taken to end with the connection. */
    private static boolean readBody(InputStream in, Head head, Map<String, String> headers, ByteArrayOutputStream body)
        throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            while (true) {
                int size = chunkSize(head.line());
                if (size == 0) {
                    headers(head);
                    return true;
                }
                if (!copy(in, size, body)) {
                    return false;
                }
                head.line();
            }
        }
        String length = headers.get("content-length");
        if (length == null) {
            copy(in, Integer.MAX_VALUE, body);
            return false;
        }
        try {
            return copy(in, Long.parseLong(length), body);
        } catch (NumberFormatException e) {
            throw new NotHttpException("Content-Length: " + length);
        }
    }

    private static int chunkSize(String line) throws IOException {
        int end = line.indexOf(';');
        try {
            int size = Integer.parseInt((end < 0 ? line : line.substring(0, end)).trim(), 16);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new NotHttpException(line);
        }
        throw new NotHttpException(line);
    }

    /** Appends up to {@code count} bytes; false when the input ends early or the body would become too large. */
    private static boolean copy(InputStream in, long count, ByteArrayOutputStream body) throws IOException {
        byte[] buffer = new byte[(int) Math.min(count, 4096)];
        long left = count;
        while (left > 0) {
            int room = LARGEST_BODY - body.size();
            if (room == 0) {
                return false;
            }
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, Math.min(left, room)));
            if (read < 0) {
                return false;
            }
            body.write(buffer, 0, read);
            left -= read;
        }
        return true;
    }

    /** Reads lines, counting what they cost. */
    private static final class Head {
        private final InputStream in;
        private int left = LONGEST_HEAD;
        private boolean started;

        Head(InputStream in) {
            this.in = in;
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    if (!started || line.indexOf("HTTP/1.") == 0) {
                        throw new EOFException("connection closed without an answer");
                    }
                    throw new NotHttpException(line.toString());
                }
                started = true;
                if (--left < 0) {
                    throw new NotHttpException("a head of more than 64 KiB");
                }
                line.append((char) b);
            }
            int length = line.length();
            return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
        }
    }
}
