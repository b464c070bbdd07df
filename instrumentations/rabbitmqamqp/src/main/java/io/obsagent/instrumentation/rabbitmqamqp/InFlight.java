package io.obsagent.instrumentation.rabbitmqamqp;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What one consumer has been delivered and has not settled; the credit that it gives the broker bounds it. Thread-safe. */
final class InFlight {
    private final Set<Held> deliveries = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    void add(Held delivery) {
        if (!closed) {
            deliveries.add(delivery);
            delivery.source.unsettled(1);
        }
    }

    /** @return false where it is settled already, or lost */
    boolean settle(Held delivery) {
        boolean held = deliveries.remove(delivery);
        if (held) {
            delivery.source.unsettled(-1);
        }
        return held;
    }

    /** The link is lost: the broker delivers everything again. */
    void lost(boolean forEver) {
        closed = forEver;
        for (Iterator<Held> all = deliveries.iterator(); all.hasNext();) {
            settle(all.next());
        }
    }
}
