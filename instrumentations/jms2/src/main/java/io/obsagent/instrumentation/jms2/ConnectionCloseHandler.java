package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The application closes its connection, with all that is on it. */
@Weave(type = {"javax.jms.Connection", "javax.jms.QueueConnection", "javax.jms.TopicConnection"}, implementors = true,
        method = "close", parameters = {}, common = true)
final class ConnectionCloseHandler extends Handler {
    private final MessagingTelemetry messaging;

    ConnectionCloseHandler(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return messaging.connections().find(self);
    }

    @Override
    public Object exit(Object connection, Object result, Throwable thrown) {
        ((BrokerConnection) connection).closed();
        return result;
    }
}
