package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.messaging.Terminus;
import org.apache.qpid.proton.amqp.transaction.Coordinator;
import org.apache.qpid.proton.amqp.transaction.Declare;
import org.apache.qpid.proton.amqp.transaction.Discharge;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;

/** Where messages go to and come from: the addresses of links. */
final class Links {
    /** Libraries on the engine that are seen themselves, and brokers. */
    private static final String[] OTHERS = {"io.vertx.proton.", "org.apache.qpid.jms.", "org.apache.activemq."};

    /** Where a broker manages itself, and where clients show who they are. */
    private static final String MANAGEMENT = "$management";
    private static final String CLAIMS = "$cbs";

    private final MessagingTelemetry messaging;
    private final Broker unknown;

    Links(MessagingTelemetry messaging) {
        this.messaging = messaging;
        this.unknown = messaging.broker("amqp", null, 0, null, 0);
    }

    /** Whether the application itself uses the engine, for messages of its own. */
    static boolean isOwn(Link link) {
        if (link instanceof Sender && !isForMessages(link.getTarget()) || !isForMessages(link.getSource())) {
            return false;
        }
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

    /** Not for a coordinator of transactions, nor for a node of the broker's own. */
    private static boolean isForMessages(Object end) {
        if (end instanceof Coordinator) {
            return false;
        }
        String address = end instanceof Terminus ? ((Terminus) end).getAddress() : null;
        return address == null || !address.endsWith(MANAGEMENT) && !address.equals(CLAIMS);
    }

    /** A request to the broker itself, by the drafts of AMQP for management and claims; or about transactions. */
    static boolean isForBroker(Message message, Map<String, Object> properties) {
        Object value = message.getBody() instanceof AmqpValue ? ((AmqpValue) message.getBody()).getValue() : null;
        return value instanceof Declare || value instanceof Discharge
                || message.getReplyTo() != null && properties != null && properties.containsKey("operation");
    }

    /** Whether another room sees what is sent over the connection, and to which broker that leads. */
    boolean isWatched(Link link) {
        return connection(link) != null;
    }

    private BrokerConnection connection(Link link) {
        return messaging.connections().find(link.getSession().getConnection());
    }

    private Broker broker(Link link) {
        BrokerConnection known = connection(link);
        return known == null ? unknown : known.broker();
    }

    Destination named(String address) {
        return unknown.named(address);
    }

    /** @param created the address in the message, for a link that has none */
    Destination target(Sender sender, String created) {
        Object target = sender.getTarget();
        String address = target instanceof Target ? ((Target) target).getAddress() : null;
        return broker(sender).named(address == null ? created : address);
    }

    Destination source(Receiver receiver) {
        Broker broker = broker(receiver);
        Object asked = receiver.getSource();
        if (asked instanceof Source && ((Source) asked).getDynamic()) {
            Object made = receiver.getRemoteSource();
            return broker.temporary(made instanceof Source ? ((Source) made).getAddress() : null);
        }
        return broker.named(asked instanceof Source ? ((Source) asked).getAddress() : null);
    }
}
