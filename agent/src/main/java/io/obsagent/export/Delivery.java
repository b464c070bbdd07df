package io.obsagent.export;

import io.obsagent.config.AgentLog;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.RepeatedWarning;
import io.obsagent.export.transport.ConfigurationException;
import io.obsagent.export.transport.Deadline;
import io.obsagent.export.transport.Reply;
import io.obsagent.export.transport.Transport;
import java.io.IOException;

/**
 * Brings one batch after the other to a backend, synchronously: the same bytes again after a passing failure, with growing
 * pauses, until the batch's deadline. What cannot be delivered is counted and dropped, with one warning a minute.
 *
 * <p>A backend that asks to be left alone for longer than the deadline is left alone across batches. Thread-safe: one
 * delivery at a time.
 */
final class Delivery {
    private static final int MOST_ATTEMPTS = 5;

    private final Object oneAtATime = new Object();
    private final Object pause = new Object();
    private final OtlpSettings settings;
    private final Transport transport;
    private final Backoff backoff;
    private final long timeoutMillis;
    private final RequestBody body;
    private final DeliveryCounts counts = new DeliveryCounts();
    private final RepeatedWarning failures = new RepeatedWarning();
    private final RepeatedWarning partialSuccesses = new RepeatedWarning();

    private Deadline leaveAlone = Deadline.in(0);
    private boolean failing;
    private long failedItems;
    private volatile boolean closed;
    private volatile boolean lastCall;

    /** @param timeoutMillis for one batch, retries included */
    Delivery(OtlpSettings settings, Transport transport, Backoff backoff, long timeoutMillis) {
        this.settings = settings;
        this.transport = transport;
        this.backoff = backoff;
        this.timeoutMillis = timeoutMillis;
        body = new RequestBody(settings.compression == OtlpSettings.Compression.GZIP);
    }

    DeliveryCounts counts() {
        return counts;
    }

    /** False when the batch of {@code items} is lost or refused; what happened has been counted and said by then. */
    boolean deliver(Message message, int items) {
        synchronized (oneAtATime) {
            try {
                body.encode(message);
                return deliver(body.bytes(), body.length(), items);
            } catch (IOException | RuntimeException e) {
                return lost(items, "they cannot be encoded: " + AgentLog.describe(e));
            }
        }
    }

    /** See {@link LastCall}. */
    void lastCall() {
        synchronized (pause) {
            lastCall = true;
            pause.notifyAll();
        }
    }

    private boolean deliver(byte[] bytes, int length, int items) {
        Deadline deadline = Deadline.in(timeoutMillis);
        String reason = "the backend asked to be left alone";
        for (int attempt = 1; attempt <= (lastCall ? 1 : MOST_ATTEMPTS); attempt++) {
            if (!waitUntil(leaveAlone, deadline)) {
                break;
            }
            Reply reply;
            try {
                counts.addRequest(length);
                reply = transport.send(bytes, length, deadline);
            } catch (ConfigurationException e) {
                return lost(items, e.getMessage());
            } catch (IOException | RuntimeException e) {
                AgentLog.debug("export of " + settings.signal.word() + " failed", e);
                reason = Failure.describe(e, settings);
                leaveAlone = Deadline.in(backoff.millis(attempt));
                continue;
            }
            if (reply.verdict == Reply.Verdict.ACCEPTED) {
                return accepted(reply, items);
            }
            reason = reply.reason;
            if (reply.verdict == Reply.Verdict.REJECTED) {
                counts.addRejected(items);
                return failed(items, "refused by", reason);
            }
            leaveAlone = Deadline.in(reply.retryAfterMillis >= 0 ? reply.retryAfterMillis : backoff.millis(attempt));
        }
        return lost(items, closed ? "the exporter is closed" : reason);
    }

    /** Ends a wait and a request under way; later batches are lost. */
    void close() {
        synchronized (pause) {
            closed = true;
            pause.notifyAll();
        }
        transport.close();
    }

    /** False when {@code moment} is not before {@code deadline}, or the wait was cut short. */
    private boolean waitUntil(Deadline moment, Deadline deadline) {
        if (deadline.isOver() || !lastCall && moment.remainingNanos() >= deadline.remainingNanos()) {
            return false;
        }
        synchronized (pause) {
            while (!closed && !lastCall && !moment.isOver()) {
                try {
                    pause.wait(moment.remainingMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return !closed;
        }
    }

    private boolean accepted(Reply reply, int items) {
        PartialSuccess partial = PartialSuccess.parse(reply.message);
        if (partial == null) {
            counts.addRejected(items);
            return failed(items, "refused by", "the answer is not OTLP: is this the right endpoint?");
        }
        long refused = Math.min(partial.rejected, items);
        counts.addDelivered(items - refused);
        counts.addRejected(refused);
        if (refused > 0 || !partial.message.isEmpty()) {
            partialSuccesses.warn(address() + " refused " + refused + " of " + items + " " + what() + ": " + partial.message);
        }
        if (failing) {
            failing = false;
            AgentLog.info("export to " + address() + " works again, " + failedItems + " " + what() + " were dropped meanwhile");
        }
        return true;
    }

    private boolean lost(int items, String reason) {
        counts.addLost(items);
        return failed(items, "not sent to", reason);
    }

    private boolean failed(int items, String fate, String reason) {
        failedItems = failing ? failedItems + items : items;
        failing = true;
        failures.warn(items + " " + what() + " dropped, " + fate + " " + address() + ": " + reason);
        return false;
    }

    private String address() {
        return settings.endpoint + " (" + settings.endpointSetting + ")";
    }

    private String what() {
        return settings.signal == OtlpSettings.Signal.TRACES ? "spans" : "data points";
    }
}
