package io.obsagent.smoke.otlp;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the receiver answers to one request. Immutable; the {@code with} forms return a changed copy.
 *
 * <p>Status codes are those of HTTP; over gRPC they become the code that the OTLP specification pairs with them
 * (429 RESOURCE_EXHAUSTED, 502 to 504 UNAVAILABLE, ...), and {@code Retry-After} becomes a {@code RetryInfo}.
 */
public final class Reply {
    /** Whether an answer is given at all. */
    enum Manner { ANSWER, NEVER, DISCONNECT }

    private final Manner manner;
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final long rejected;
    private final String message;
    private final Duration delay;

    private Reply(Manner manner, int status, Map<String, String> headers, byte[] body, long rejected, String message,
                  Duration delay) {
        this.manner = manner;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.rejected = rejected;
        this.message = message;
        this.delay = delay;
    }

    /** Full success. */
    public static Reply ok() {
        return status(200);
    }

    /** An HTTP status with an empty body. */
    public static Reply status(int status) {
        return new Reply(Manner.ANSWER, status, Map.of(), null, 0, "", Duration.ZERO);
    }

    /** Success in which the backend refused some items and says why. */
    public static Reply partialSuccess(long rejected, String message) {
        return new Reply(Manner.ANSWER, 200, Map.of(), null, rejected, message, Duration.ZERO);
    }

    /** Status 200 with a body that is no OTLP response; HTTP only. */
    public static Reply garbage(byte[] body) {
        return new Reply(Manner.ANSWER, 200, Map.of(), body.clone(), 0, "", Duration.ZERO);
    }

    /** Takes the request and leaves the connection open without a word until the receiver closes. */
    public static Reply never() {
        return new Reply(Manner.NEVER, 0, Map.of(), null, 0, "", Duration.ZERO);
    }

    /** Takes the request and closes the connection; over gRPC the call ends as UNAVAILABLE. */
    public static Reply disconnect() {
        return new Reply(Manner.DISCONNECT, 503, Map.of(), null, 0, "", Duration.ZERO);
    }

    public Reply withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Reply(manner, status, more, body, rejected, message, delay);
    }

    /** {@code value} is seconds or an HTTP date. */
    public Reply withRetryAfter(String value) {
        return withHeader("Retry-After", value);
    }

    /** Waits before answering. */
    public Reply delayedBy(Duration wait) {
        return new Reply(manner, status, headers, body, rejected, message, wait);
    }

    /** Whether the sender is told that its data arrived; only then does the data count as received. */
    public boolean accepts() {
        return manner == Manner.ANSWER && status / 100 == 2;
    }

    Manner manner() {
        return manner;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The exact bytes to answer, or null for the signal's own response message. */
    byte[] body() {
        return body;
    }

    long rejected() {
        return rejected;
    }

    String message() {
        return message;
    }

    Duration delay() {
        return delay;
    }
}
