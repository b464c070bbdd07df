package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Unsettled;
import io.vertx.proton.ProtonDelivery;
import io.vertx.proton.ProtonReceiver;

/** What the application has and has not settled. What happens to one receiver happens on one event loop. */
final class Held {
    private final WeakTable<Object, Unsettled> receivers = new WeakTable<>();
    private final WeakTable<ProtonDelivery, Unsettled.Delivery> deliveries = new WeakTable<>();
    private final Connections connections;

    Held(Connections connections) {
        this.connections = connections;
    }

    void taken(ProtonDelivery delivery, ProtonReceiver receiver, Destination source) {
        Unsettled unsettled = delivery.remotelySettled() ? null : of(receiver);
        if (unsettled != null) {
            Unsettled.Delivery taken = unsettled.arrived();
            taken.taken(source);
            deliveries.put(delivery, taken);
        }
    }

    private Unsettled of(ProtonReceiver receiver) {
        Unsettled known = receivers.get(receiver);
        BrokerConnection connection = known == null ? connections.of(receiver) : null;
        if (connection != null) {
            known = new Unsettled(connection);
            receivers.put(receiver, known);
        }
        return known;
    }

    void settled(ProtonDelivery delivery) {
        Unsettled.Delivery taken = deliveries.remove(delivery);
        if (taken != null) {
            taken.settled();
        }
    }

    /** A link has ended; only that of a receiver is known. */
    void lost(Object link) {
        Unsettled known = receivers.remove(link);
        if (known != null) {
            known.close();
        }
    }
}
