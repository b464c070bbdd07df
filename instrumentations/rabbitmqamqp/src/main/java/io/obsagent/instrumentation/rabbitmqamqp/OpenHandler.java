package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Consumer;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection makes a publisher or a consumer; no operation. */
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpConnection", method = {"createPublisher", "createConsumer"}, arguments = {})
final class OpenHandler extends Handler {
    private final Connections connections;
    private final Openings openings;
    private final Deliveries deliveries;

    OpenHandler(Connections connections, Openings openings, Deliveries deliveries) {
        this.connections = connections;
        this.openings = openings;
        this.deliveries = deliveries;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return openings.begin(connections.of(self));
    }

    @Override
    public Object exit(Object scope, Object made, Throwable thrown) {
        Openings.Opening opening = (Openings.Opening) scope;
        openings.end(opening);
        if (opening.unsettled == null) {
            return made;
        }
        if (made instanceof Consumer) {
            deliveries.consumer((Consumer) made, opening.unsettled);
        } else {
            opening.unsettled.close();
        }
        return made;
    }
}
