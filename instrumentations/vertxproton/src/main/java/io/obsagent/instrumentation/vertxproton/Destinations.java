package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import io.vertx.proton.ProtonReceiver;
import io.vertx.proton.ProtonSender;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.message.Message;

/** Where messages go to and come from: the addresses of links. */
final class Destinations {
    private final Connections connections;

    Destinations(Connections connections) {
        this.connections = connections;
    }

    /** A sender without an address sends each message to its own. */
    Destination target(ProtonSender sender, Message message) {
        Object target = sender.getTarget();
        String address = target instanceof Target ? ((Target) target).getAddress() : null;
        return connections.broker(sender).named(address == null ? message.getAddress() : address);
    }

    Destination source(ProtonReceiver receiver) {
        Broker broker = connections.broker(receiver);
        Object asked = receiver.getSource();
        if (asked instanceof Source && ((Source) asked).getDynamic()) {
            Object made = receiver.getRemoteSource();
            return broker.temporary(made instanceof Source ? ((Source) made).getAddress() : null);
        }
        return broker.named(asked instanceof Source ? ((Source) asked).getAddress() : null);
    }
}
