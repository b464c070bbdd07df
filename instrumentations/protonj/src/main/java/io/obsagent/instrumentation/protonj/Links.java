package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;

/** Where messages go to and come from: the addresses of links. */
final class Links {
    /** Libraries on the engine that are seen themselves, and brokers. */
    private static final String[] OTHERS = {"io.vertx.proton.", "org.apache.qpid.jms.", "org.apache.activemq."};

    private final Broker broker;

    Links(MessagingTelemetry messaging) {
        this.broker = messaging.broker("amqp", null, 0, null, 0);
    }

    /** Whether the application itself uses the engine. */
    static boolean isOwn(Link link) {
        Object user = link.getContext();
        if (user != null) {
            String type = user.getClass().getName();
            for (String other : OTHERS) {
                if (type.startsWith(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    Destination named(String address) {
        return broker.named(address);
    }

    /** @param created the address in the message, for a link that has none */
    Destination target(Sender sender, String created) {
        Object target = sender.getTarget();
        String address = target instanceof Target ? ((Target) target).getAddress() : null;
        return broker.named(address == null ? created : address);
    }

    Destination source(Receiver receiver) {
        Object asked = receiver.getSource();
        if (asked instanceof Source && ((Source) asked).getDynamic()) {
            Object made = receiver.getRemoteSource();
            return broker.temporary(made instanceof Source ? ((Source) made).getAddress() : null);
        }
        return broker.named(asked instanceof Source ? ((Source) asked).getAddress() : null);
    }
}
