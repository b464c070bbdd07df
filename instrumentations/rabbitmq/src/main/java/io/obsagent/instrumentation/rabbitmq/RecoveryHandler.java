package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A lost connection is back, with channels, queues and consumers. */
@Weave(type = "com.rabbitmq.client.impl.recovery.AutorecoveringConnection", method = "notifyRecoveryListenersComplete")
final class RecoveryHandler extends Handler {
    private final Connections connections;

    RecoveryHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        connections.of(self).broker().recovered();
        return null;
    }
}
