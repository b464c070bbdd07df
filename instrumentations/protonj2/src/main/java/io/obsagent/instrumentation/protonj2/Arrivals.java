package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Unsettled;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.engine.IncomingDelivery;

/** What has arrived: not received by the application yet, or not settled. */
final class Arrivals {
    private final WeakTable<IncomingDelivery, Arrival> unsettled = new WeakTable<>();
    private final WeakTable<Object, Arrival> deliveries = new WeakTable<>();
    private final WeakTable<Object, Unsettled> receivers = new WeakTable<>();
    private final Connections connections;

    Arrivals(Connections connections) {
        this.connections = connections;
    }

    void read(IncomingDelivery incoming, Arrival arrival) {
        unsettled.put(incoming, arrival);
    }

    /** The library has made what the application will get; on the connection's thread, as what happens to the link. */
    void delivered(Object delivery, Receiver receiver, IncomingDelivery incoming) {
        Arrival arrival = unsettled.get(incoming);
        if (arrival != null) {
            deliveries.put(delivery, arrival);
            arrival.held = of(receiver).arrived();
            if (incoming.isRemotelySettled()) {
                settled(incoming);
            }
        }
    }

    private Unsettled of(Receiver receiver) {
        Unsettled known = receivers.get(receiver);
        if (known == null) {
            known = new Unsettled(connections.of(receiver.connection()));
            receivers.put(receiver, known);
        }
        return known;
    }

    /** Null where the message could not be read. */
    Arrival take(Object delivery) {
        return deliveries.remove(delivery);
    }

    void settled(IncomingDelivery incoming) {
        Arrival arrival = unsettled.remove(incoming);
        if (arrival != null && arrival.held != null) {
            arrival.held.settled();
        }
    }

    /** A link is lost; only that of a receiver is known. */
    void lost(Object link) {
        Unsettled known = receivers.remove(link);
        if (known != null) {
            known.close();
        }
    }
}
