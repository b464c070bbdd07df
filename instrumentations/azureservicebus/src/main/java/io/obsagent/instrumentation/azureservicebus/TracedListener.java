package io.obsagent.instrumentation.azureservicebus;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessageContext;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import java.util.Map;
import java.util.function.Consumer;

/** The application's listener with a process span around it. */
final class TracedListener implements Consumer<ServiceBusReceivedMessageContext> {
    private final Consumer<ServiceBusReceivedMessageContext> listener;
    private final MessagingTelemetry messaging;
    private final Brokers brokers;

    TracedListener(Consumer<ServiceBusReceivedMessageContext> listener, MessagingTelemetry messaging, Brokers brokers) {
        this.listener = listener;
        this.messaging = messaging;
        this.brokers = brokers;
    }

    @Override
    public void accept(ServiceBusReceivedMessageContext received) {
        Work processing = begin(received);
        Throwable thrown = null;
        try {
            listener.accept(received);
        } catch (Throwable t) {
            thrown = t;
            throw t;
        } finally {
            if (processing != null) {
                processing.end(thrown);
            }
        }
    }

    /** What goes wrong in the agent must not lose the message. */
    private Work begin(ServiceBusReceivedMessageContext received) {
        try {
            ServiceBusReceivedMessage message = received.getMessage();
            Destination source = brokers.at(received.getFullyQualifiedNamespace()).named(received.getEntityPath());
            Map<String, Object> headers = message.getApplicationProperties();
            RemoteContext carried = headers == null ? null : messaging.extract(headers, MapHeaders.ACCESS);
            Operation operation = messaging.process(source, carried, message);
            if (operation == null) {
                return null;
            }
            if (operation.sampled()) {
                messaging.identify(operation, message.getMessageId(), message.getCorrelationId());
                if (headers != null) {
                    messaging.captureHeaders(operation, headers, MapHeaders.ACCESS);
                }
            }
            return Work.begin(operation, source, Verb.PROCESS);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
