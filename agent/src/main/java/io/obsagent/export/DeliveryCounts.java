package io.obsagent.export;

/**
 * What became of the items (spans, data points) handed to one exporter since the start of the JVM. Written by one thread
 * at a time, read by any.
 */
public final class DeliveryCounts {
    private volatile long delivered;
    private volatile long rejected;
    private volatile long lost;
    private volatile long requests;
    private volatile long bytes;

    /** Accepted by the backend. */
    public long delivered() {
        return delivered;
    }

    /** Refused by the backend, whole batches and parts alike. */
    public long rejected() {
        return rejected;
    }

    /** Given up because the backend could not be reached in time. */
    public long lost() {
        return lost;
    }

    /** Attempts, retries included. */
    public long requests() {
        return requests;
    }

    /** Body bytes of all attempts. */
    public long bytes() {
        return bytes;
    }

    // Deliveries hold a lock of their own, so the increments below never race.

    void addDelivered(long items) {
        delivered = delivered + items;
    }

    void addRejected(long items) {
        rejected = rejected + items;
    }

    void addLost(long items) {
        lost = lost + items;
    }

    void addRequest(int length) {
        requests = requests + 1;
        bytes = bytes + length;
    }
}
