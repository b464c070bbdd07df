package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Message;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;

/** Where a publisher's messages go. Immutable. */
final class Outlet {
    private final Broker broker;
    private final Target target;

    /** @param address null where each message has its own */
    Outlet(Broker broker, String address) {
        this.broker = broker;
        this.target = address == null ? null : Target.of(address);
    }

    Destination of(Message message) {
        return (target == null ? Target.of(message.to()) : target).at(broker);
    }
}
