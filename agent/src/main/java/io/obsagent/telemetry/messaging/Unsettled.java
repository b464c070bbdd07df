package io.obsagent.telemetry.messaging;

import java.util.HashSet;
import java.util.Set;

/**
 * The messages of one consumer or session that the application holds and has not settled. When they are lost with it or with
 * its connection the broker has them again, and nothing that is done to them counts any more. Thread-safe.
 */
public final class Unsettled {
    private final BrokerConnection connection;
    private final Set<Delivery> held = new HashSet<>();
    private int generation;
    private boolean closed;

    public Unsettled(BrokerConnection connection) {
        this.connection = connection;
        connection.holds(this);
    }

    /** One message that has arrived. It may be settled before the application gets it. */
    public final class Delivery {
        private final int arrival;
        private Destination source;
        private boolean settled;

        private Delivery(int arrival) {
            this.arrival = arrival;
        }

        /** The application has it. */
        public void taken(Destination from) {
            synchronized (Unsettled.this) {
                if (!settled && !closed && arrival == generation && held.add(this)) {
                    source = from;
                    from.unsettled(1);
                }
            }
        }

        /**
         * It is accepted or refused.
         *
         * @return whether the application held it: it was neither settled before nor lost
         */
        public boolean settled() {
            synchronized (Unsettled.this) {
                settled = true;
                boolean was = held.remove(this);
                if (was) {
                    source.unsettled(-1);
                }
                return was;
            }
        }
    }

    public synchronized Delivery arrived() {
        return new Delivery(generation);
    }

    /** None is held any more: all were settled at once, or the broker has them again. */
    public synchronized void clear() {
        generation++;
        for (Delivery each : held) {
            each.source.unsettled(-1);
        }
        held.clear();
    }

    /** As {@link #clear}; the consumer is no more. */
    public void close() {
        synchronized (this) {
            closed = true;
            clear();
        }
        connection.forget(this);
    }
}
