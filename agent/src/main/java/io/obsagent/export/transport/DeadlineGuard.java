package io.obsagent.export.transport;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Closes a socket whose request is not over in time. Sockets know a time limit for one read only: neither a write to a
 * backend that stopped reading, nor a TLS handshake, nor an answer that trickles in byte by byte would ever end.
 *
 * <p>One daemon thread serves all exporters; it starts with the first request and ends when there has been none for a while.
 */
final class DeadlineGuard {
    static final DeadlineGuard SHARED = new DeadlineGuard();

    private static final long IDLE_MILLIS = 30_000;

    private final List<Watch> watches = new ArrayList<>();
    private Thread thread;

    /** Closes {@code closeable} at the deadline unless the watch is closed before. */
    synchronized Watch watch(Closeable closeable, Deadline deadline) {
        Watch watch = new Watch(closeable, deadline);
        watches.add(watch);
        if (thread == null) {
            // Null group: that of the caller. No inherited thread locals and no context loader: nothing of an
            // application may be pinned.
            thread = new Thread(null, this::run, "obs-agent-deadlines", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
        }
        notifyAll();
        return watch;
    }

    /** One request being watched. */
    final class Watch implements Closeable {
        private final Closeable closeable;
        private final Deadline deadline;
        private boolean expired;

        private Watch(Closeable closeable, Deadline deadline) {
            this.closeable = closeable;
            this.deadline = deadline;
        }

        /** True when the deadline came first. */
        boolean hasExpired() {
            synchronized (DeadlineGuard.this) {
                return expired;
            }
        }

        @Override
        public void close() {
            synchronized (DeadlineGuard.this) {
                watches.remove(this);
            }
        }
    }

    private void run() {
        Watch due = next();
        while (due != null) {
            try {
                due.closeable.close();
            } catch (IOException | RuntimeException e) {
                // A socket that cannot be closed is of no use to the request either.
                due.close();
            }
            due = next();
        }
    }

    /** Waits for a watch that is due, marks and removes it; null when there was nothing to watch for a while. */
    private synchronized Watch next() {
        while (true) {
            long wait = IDLE_MILLIS;
            for (Iterator<Watch> all = watches.iterator(); all.hasNext(); ) {
                Watch watch = all.next();
                if (watch.deadline.isOver()) {
                    watch.expired = true;
                    all.remove();
                    return watch;
                }
                wait = Math.min(wait, watch.deadline.remainingMillis());
            }
            boolean idle = watches.isEmpty();
            Deadline nap = Deadline.in(wait);
            try {
                wait(wait);
            } catch (InterruptedException e) {
                idle = true;
            }
            if (idle && watches.isEmpty() && nap.isOver()) {
                thread = null;
                return null;
            }
        }
    }
}
