package io.obsagent.instrumentation.artemis;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;

/** A connection is lost, is there again, perhaps at another broker, or has been given up. */
@Weave(type = "org.apache.activemq.artemis.core.client.impl.ClientSessionFactoryImpl", method = "callFailoverListeners")
final class FailoverHandler extends Handler {
    private static final String REACHED = "FAILOVER_COMPLETED";

    private final Connections connections;

    FailoverHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object event, Object b, Object c, Object d) {
        BrokerConnection connection = connections.find(self);
        if (connection == null) {
            return null;
        }
        if (REACHED.equals(((Enum<?>) event).name())) {
            connection.opened(connections.broker((ClientSessionFactory) self));
        } else {
            connection.lost();
        }
        return null;
    }
}
