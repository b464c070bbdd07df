package io.obsagent.telemetry.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One connection of a client library to a broker: it opens, is blocked, is lost, comes back or moves to another broker,
 * and ends; with it the sessions on it and the messages held over it. Thread-safe.
 */
public final class BrokerConnection {
    private final Set<Unsettled> holders = new HashSet<>();
    private volatile Broker broker;
    private boolean open;
    private boolean known;
    private boolean ended;
    private boolean blocked;
    private int sessions;

    /** @param broker where it is expected to lead */
    BrokerConnection(Broker broker) {
        this.broker = broker;
    }

    /** Where it leads, or led last. */
    public Broker broker() {
        return broker;
    }

    /** Where it will lead when it is open, for the first time or again. */
    public synchronized void leadsTo(Broker found) {
        if (!open) {
            broker = found;
        }
    }

    /** It is open; if it was before, the library has recovered it. */
    public void opened() {
        opened(broker);
    }

    /** It is open, at this broker. */
    public synchronized void opened(Broker reached) {
        if (open || ended) {
            return;
        }
        broker = reached;
        open = true;
        count(1);
        if (known) {
            reached.recovered();
        }
        known = true;
    }

    /** It is gone; the library may bring it back, with the sessions on it. */
    public void lost() {
        List<Unsettled> holding;
        synchronized (this) {
            leave();
            holding = new ArrayList<>(holders);
        }
        for (Unsettled each : holding) {
            each.clear();
        }
    }

    /** It is gone for good, whoever ended it. */
    public void closed() {
        lost();
        synchronized (this) {
            ended = true;
            sessions = 0;
            holders.clear();
        }
    }

    private void leave() {
        unblocked();
        if (open) {
            open = false;
            count(-1);
        }
    }

    private void count(int sign) {
        broker.connections(sign);
        if (sessions > 0) {
            broker.sessions(sign * sessions);
        }
    }

    /** The broker no longer reads from it. */
    public synchronized void blocked() {
        if (!blocked) {
            blocked = true;
            broker.blocked(1);
        }
    }

    /** The broker reads from it again. */
    public synchronized void unblocked() {
        if (blocked) {
            blocked = false;
            broker.blocked(-1);
        }
    }

    synchronized void sessions(int change) {
        if (sessions + change >= 0) {
            sessions += change;
            if (open) {
                broker.sessions(change);
            }
        }
    }

    synchronized void holds(Unsettled messages) {
        holders.add(messages);
    }

    synchronized void forget(Unsettled messages) {
        holders.remove(messages);
    }
}
