package io.obsagent.instrumentation.springrabbit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.impl.NetworkConnection;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import org.springframework.amqp.rabbit.connection.ChannelProxy;

/** The broker behind a channel of Spring's, kept for each connection. */
final class Brokers {
    private static final String SYSTEM = "rabbitmq";

    private final WeakTable<Connection, Broker> known = new WeakTable<>();
    private final MessagingTelemetry messaging;

    Brokers(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    /** Asks the channel behind Spring's, which would open a new one if that were closed. */
    Broker of(Channel channel) {
        Channel own = channel instanceof ChannelProxy ? ((ChannelProxy) channel).getTargetChannel() : channel;
        Connection connection = own == null ? null : own.getConnection();
        if (!(connection instanceof NetworkConnection)) {
            return messaging.broker(SYSTEM, null, 0);
        }
        Broker broker = known.get(connection);
        if (broker == null) {
            NetworkConnection network = (NetworkConnection) connection;
            broker = messaging.broker(SYSTEM, network.getAddress(), network.getPort());
            known.put(connection, broker);
        }
        return broker;
    }
}
