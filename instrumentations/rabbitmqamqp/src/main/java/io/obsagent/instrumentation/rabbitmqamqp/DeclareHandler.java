package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Management;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Remembers queues that are named by the library or end with their connection; declaring is no operation. */
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpManagement", method = "declareQueue",
        parameters = {"java.lang.String", "java.util.Map"}, arguments = 0)
final class DeclareHandler extends Handler {
    private final Connections connections;

    DeclareHandler(Connections connections) {
        this.connections = connections;
    }

    private static final class Declaration {
        final Broker broker;
        final boolean unnamed;

        Declaration(Broker broker, boolean unnamed) {
            this.broker = broker;
            this.unnamed = unnamed;
        }
    }

    @Override
    public Object enter(Object self, Object queue, Object b, Object c, Object d) {
        return new Declaration(connections.managed(self), queue == null || ((String) queue).isBlank());
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Management.QueueInfo declared = (Management.QueueInfo) result;
        Declaration declaration = (Declaration) scope;
        if (declared != null && (declaration.unnamed || declared.exclusive())) {
            declaration.broker.declaredPrivately(declared.name(), declaration.unnamed);
        }
        return result;
    }
}
