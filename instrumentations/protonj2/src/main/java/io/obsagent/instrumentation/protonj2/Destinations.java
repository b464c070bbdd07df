package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import org.apache.qpid.protonj2.client.AdvancedMessage;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/** Where messages go to and come from: the addresses of links. */
final class Destinations {
    private final Broker broker;

    Destinations(MessagingTelemetry messaging) {
        this.broker = messaging.broker("amqp", null, 0, null, 0);
    }

    /** A sender without an address sends each message to its own. */
    Destination target(Sender sender, AdvancedMessage<?> message) {
        try {
            String address = sender.address();
            return broker.named(address == null ? message.to() : address);
        } catch (ClientException | RuntimeException e) {
            return unknown();
        }
    }

    Destination unknown() {
        return broker.named(null);
    }

    /** Of a link that is open. */
    Destination source(Receiver receiver) {
        try {
            return receiver.source().dynamic() ? broker.temporary(receiver.address()) : broker.named(receiver.address());
        } catch (ClientException | RuntimeException e) {
            return unknown();
        }
    }
}
