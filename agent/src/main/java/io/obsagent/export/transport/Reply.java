package io.obsagent.export.transport;

/** What a backend made of a request. Immutable. */
public final class Reply {
    /** The three ways a request can end that reached a backend. */
    public enum Verdict {
        ACCEPTED,
        /** Not now: the same request may be sent again. */
        RETRY,
        /** Never: sending it again would not help. */
        REJECTED
    }

    private static final byte[] NOTHING = {};
    /** A backend that asks for more is misconfigured; an exporter that obeys would never come back. */
    private static final long LONGEST_WAIT_MILLIS = 300_000;

    public final Verdict verdict;

    /** For a log line; empty when accepted. */
    public final String reason;

    /** How long the backend wants to be left alone, or -1 when it did not say. */
    public final long retryAfterMillis;

    /** The protobuf message of an accepted request, otherwise empty. */
    public final byte[] message;

    private Reply(Verdict verdict, String reason, long retryAfterMillis, byte[] message) {
        this.verdict = verdict;
        this.reason = reason;
        this.retryAfterMillis = retryAfterMillis;
        this.message = message;
    }

    static Reply accepted(byte[] message) {
        return new Reply(Verdict.ACCEPTED, "", -1, message);
    }

    static Reply retry(String reason, long retryAfterMillis) {
        return new Reply(Verdict.RETRY, reason, Math.min(retryAfterMillis, LONGEST_WAIT_MILLIS), NOTHING);
    }

    static Reply rejected(String reason) {
        return new Reply(Verdict.REJECTED, reason, -1, NOTHING);
    }
}
