package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import org.apache.qpid.protonj2.client.AdvancedMessage;
import org.apache.qpid.protonj2.client.Link;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/** Where messages go to and come from: the addresses of links. */
final class Destinations {
    private final Connections connections;

    Destinations(Connections connections) {
        this.connections = connections;
    }

    private Broker broker(Link<?> link) {
        return connections.of(link.connection()).broker();
    }

    /** A sender without an address sends each message to its own. */
    Destination target(Sender sender, AdvancedMessage<?> message) {
        try {
            String address = sender.address();
            return broker(sender).named(address == null ? message.to() : address);
        } catch (ClientException | RuntimeException e) {
            return unknown(sender);
        }
    }

    Destination unknown(Link<?> link) {
        return broker(link).named(null);
    }

    /** Of a link that is open. */
    Destination source(Receiver receiver) {
        try {
            Broker broker = broker(receiver);
            return receiver.source().dynamic() ? broker.temporary(receiver.address()) : broker.named(receiver.address());
        } catch (ClientException | RuntimeException e) {
            return unknown(receiver);
        }
    }
}
