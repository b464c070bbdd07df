package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.vertx.proton.ProtonReceiver;
import io.vertx.proton.ProtonSender;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.message.Message;

/** Where messages go to and come from: the addresses of links. */
final class Destinations {
    private final Broker broker;

    Destinations(MessagingTelemetry messaging) {
        this.broker = messaging.broker("amqp", null, 0, null, 0);
    }

    /** A sender without an address sends each message to its own. */
    Destination target(ProtonSender sender, Message message) {
        Object target = sender.getTarget();
        String address = target instanceof Target ? ((Target) target).getAddress() : null;
        return broker.named(address == null ? message.getAddress() : address);
    }

    Destination source(ProtonReceiver receiver) {
        Object asked = receiver.getSource();
        if (asked instanceof Source && ((Source) asked).getDynamic()) {
            Object made = receiver.getRemoteSource();
            return broker.temporary(made instanceof Source ? ((Source) made).getAddress() : null);
        }
        return broker.named(asked instanceof Source ? ((Source) asked).getAddress() : null);
    }
}
