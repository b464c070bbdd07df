package io.obsagent.profile.push;

import io.obsagent.config.AgentLog;
import io.obsagent.config.RepeatedWarning;
import io.obsagent.export.transport.ConfigurationException;
import io.obsagent.export.transport.Deadline;
import io.obsagent.export.transport.Reply;
import io.obsagent.export.transport.Transport;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Encoded requests waiting for one server, and the thread that sends them, oldest first. Bounded by bytes: when a new
 * request does not fit, the oldest are dropped, for newer profiles are worth more and servers refuse old ones.
 *
 * <p>Pauses after failures are random between nothing and a ceiling that doubles from 1 to 30 seconds, or what the
 * server asks for. Thread-safe.
 */
public final class Outbox {
    private static final long REQUEST_MILLIS = 10_000;
    private static final long FIRST_CEILING_MILLIS = 1_000;
    private static final long LAST_CEILING_MILLIS = 30_000;

    private final Transport transport;
    private final String address;
    private final long mostBytes;
    private final Runnable dropping;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private final RepeatedWarning failures = new RepeatedWarning();
    private final RepeatedWarning drops = new RepeatedWarning();
    private final Thread thread;
    private long queuedBytes;
    private boolean sending;
    private boolean lastAttempt;
    private Deadline closing;
    private boolean failing;

    /**
     * @param address for messages: the server and the setting that named it
     * @param mostBytes of all waiting requests together
     * @param dropping called for each request that does not fit
     */
    public Outbox(Transport transport, String address, String threadName, long mostBytes, Runnable dropping) {
        this.transport = transport;
        this.address = address;
        this.mostBytes = mostBytes;
        this.dropping = dropping;
        this.thread = new Thread(null, this::run, threadName, 256 * 1024, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    /** Queues a request. */
    public synchronized void add(byte[] request) {
        while (!queue.isEmpty() && queuedBytes + request.length > mostBytes) {
            queuedBytes -= queue.removeFirst().length;
            drop();
        }
        queue.addLast(request);
        queuedBytes += request.length;
        notifyAll();
    }

    /** Tries what is queued once more each, for at most that time. */
    public void close(long millis) {
        Deadline deadline = Deadline.in(millis);
        synchronized (this) {
            closing = deadline;
            notifyAll();
            while ((sending || !queue.isEmpty()) && !deadline.isOver()) {
                try {
                    wait(deadline.remainingMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            queue.clear();
        }
        transport.close();
    }

    private void run() {
        int attempt = 0;
        for (byte[] request = next(0); request != null; ) {
            long pause = send(request);
            if (pause < 0) {
                attempt = 0;
                request = next(0);
                continue;
            }
            attempt++;
            giveBack(request);
            request = next(pause > 0 ? pause : backoff(attempt));
        }
    }

    /** The time to wait before trying again, 0 for the usual one; -1 when the request is done with. */
    private long send(byte[] request) {
        try {
            Reply reply = transport.send(request, request.length, requestDeadline());
            if (reply.verdict == Reply.Verdict.ACCEPTED) {
                recovered();
                return -1;
            }
            failed(reply.reason, reply.verdict == Reply.Verdict.REJECTED);
            return reply.verdict == Reply.Verdict.REJECTED ? -1 : Math.max(reply.retryAfterMillis, 0);
        } catch (ConfigurationException e) {
            failed(e.getMessage(), true);
            return -1;
        } catch (IOException | RuntimeException e) {
            failed(AgentLog.describe(e), false);
            return 0;
        }
    }

    private synchronized Deadline requestDeadline() {
        return closing != null ? closing : Deadline.in(REQUEST_MILLIS);
    }

    /** Waits that long, then for a request. Null when there is nothing left to do. */
    private synchronized byte[] next(long pauseMillis) {
        sending = false;
        notifyAll();
        boolean lastAttemptFailed = lastAttempt && pauseMillis > 0;
        Deadline pause = Deadline.in(pauseMillis);
        try {
            while (closing == null && !pause.isOver()) {
                wait(pause.remainingMillis());
            }
            while (closing == null && queue.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            return null;
        }
        if (queue.isEmpty() || lastAttemptFailed || closing != null && closing.isOver()) {
            queue.clear();
            notifyAll();
            return null;
        }
        byte[] request = queue.removeFirst();
        queuedBytes -= request.length;
        sending = true;
        lastAttempt = closing != null; // one that was under way when closing began is not
        return request;
    }

    private synchronized void giveBack(byte[] request) {
        if (queuedBytes + request.length > mostBytes) {
            drop();
            return;
        }
        queue.addFirst(request);
        queuedBytes += request.length;
    }

    private void drop() {
        dropping.run();
        drops.warn("profiles for " + address + " dropped: more than " + mostBytes / 1024 + " KiB wait to be sent");
    }

    private void failed(String reason, boolean refused) {
        failing = true;
        failures.warn("profiles " + (refused ? "refused by " : "not sent to ") + address + ": " + reason);
    }

    private void recovered() {
        if (failing) {
            failing = false;
            AgentLog.info("profiles are sent to " + address + " again");
        }
    }

    private static long backoff(int attempt) {
        long ceiling = Math.min(LAST_CEILING_MILLIS, FIRST_CEILING_MILLIS << Math.min(attempt - 1, 10));
        return 1 + ThreadLocalRandom.current().nextLong(ceiling);
    }
}
