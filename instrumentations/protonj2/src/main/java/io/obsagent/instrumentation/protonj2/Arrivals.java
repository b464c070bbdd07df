package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.WeakTable;
import org.apache.qpid.protonj2.engine.IncomingDelivery;

/** What has arrived and is not received by the application yet. */
final class Arrivals {
    private final WeakTable<IncomingDelivery, Arrival> read = new WeakTable<>();
    private final WeakTable<Object, Arrival> deliveries = new WeakTable<>();

    void read(IncomingDelivery incoming, Arrival arrival) {
        read.put(incoming, arrival);
    }

    /** The library has made what the application will get. */
    void delivered(Object delivery, IncomingDelivery incoming) {
        Arrival arrival = read.remove(incoming);
        if (arrival != null) {
            deliveries.put(delivery, arrival);
        }
    }

    /** Null where the message could not be read. */
    Arrival take(Object delivery) {
        return deliveries.remove(delivery);
    }
}
