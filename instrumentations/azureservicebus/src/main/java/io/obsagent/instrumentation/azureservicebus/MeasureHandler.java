package io.obsagent.instrumentation.azureservicebus;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A message that goes into a batch is encoded to know its size; that is no sending yet, and nothing comes of it. */
@Weave(type = "com.azure.messaging.servicebus.ServiceBusMessageBatch", method = "tryAddMessage", arguments = {})
final class MeasureHandler extends Handler {
    private final MessagingTelemetry messaging;

    MeasureHandler(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Operation sending = messaging.send(null);
        if (sending != null) {
            sending.attach();
        }
        return sending;
    }

    @Override
    public Object exit(Object sending, Object added, Throwable thrown) {
        ((Operation) sending).detach();
        ((Operation) sending).discard();
        return added;
    }
}
