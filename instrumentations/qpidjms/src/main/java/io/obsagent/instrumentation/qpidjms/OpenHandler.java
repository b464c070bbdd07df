package io.obsagent.instrumentation.qpidjms;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.URI;

/** A connection is open, for the first time or again, and where. */
@Weave(type = "org.apache.qpid.jms.JmsConnection", method = {"onConnectionEstablished", "onConnectionRestored"})
final class OpenHandler extends Handler {
    private static final String SYSTEM = "jms";
    private static final int DEFAULT_PORT = 5672;
    private static final int DEFAULT_TLS_PORT = 5671;

    private final MessagingTelemetry messaging;

    OpenHandler(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    @Override
    public Object enter(Object self, Object address, Object b, Object c, Object d) {
        URI server = (URI) address;
        boolean tls = server != null && "amqps".equals(server.getScheme());
        Broker broker = messaging.brokerAt(SYSTEM, server, tls ? DEFAULT_TLS_PORT : DEFAULT_PORT);
        messaging.connections().watch(self, broker).opened(broker);
        return null;
    }
}
