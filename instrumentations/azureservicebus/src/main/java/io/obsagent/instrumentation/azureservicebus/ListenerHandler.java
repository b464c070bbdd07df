package io.obsagent.instrumentation.azureservicebus;

import com.azure.messaging.servicebus.ServiceBusReceivedMessageContext;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.function.Consumer;

/** The application gives a processor its listener. */
@Weave(type = {"com.azure.messaging.servicebus.ServiceBusClientBuilder$ServiceBusProcessorClientBuilder",
        "com.azure.messaging.servicebus.ServiceBusClientBuilder$ServiceBusSessionProcessorClientBuilder"},
        method = "processMessage", arguments = 0, replaces = 0)
final class ListenerHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Brokers brokers;

    ListenerHandler(MessagingTelemetry messaging, Brokers brokers) {
        this.messaging = messaging;
        this.brokers = brokers;
    }

    @Override
    public Object enter(Object self, Object listener, Object b, Object c, Object d) {
        return listener == null || listener instanceof TracedListener ? null : this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object argument(Object scope, Object listener) {
        return new TracedListener((Consumer<ServiceBusReceivedMessageContext>) listener, messaging, brokers);
    }
}
