package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.AMQP;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Remembers queues that are named by the broker or end with their connection; declaring is no operation. */
@Weave(type = "com.rabbitmq.client.impl.ChannelN", method = "queueDeclare", parameters = {"java.lang.String", "boolean",
        "boolean", "boolean", "java.util.Map"}, arguments = {0, 2})
final class DeclareHandler extends Handler {
    private final Channels channels;

    DeclareHandler(Channels channels) {
        this.channels = channels;
    }

    private static final class Declaration {
        final BrokerConnection connection;
        final boolean namedByBroker;

        Declaration(BrokerConnection connection, boolean namedByBroker) {
            this.connection = connection;
            this.namedByBroker = namedByBroker;
        }
    }

    @Override
    public Object enter(Object self, Object queue, Object exclusive, Object c, Object d) {
        boolean unnamed = queue == null || ((String) queue).isEmpty();
        return unnamed || (boolean) exclusive ? new Declaration(channels.of(self).connection, unnamed) : null;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (result != null) {
            Declaration declaration = (Declaration) scope;
            String queue = ((AMQP.Queue.DeclareOk) result).getQueue();
            declaration.connection.broker().declaredPrivately(queue, declaration.namedByBroker);
        }
        return result;
    }
}
