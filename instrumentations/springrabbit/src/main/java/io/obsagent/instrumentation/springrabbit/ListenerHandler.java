package io.obsagent.instrumentation.springrabbit;

import com.rabbitmq.client.Channel;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.List;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/** A container passes a message, or a batch since 2.2, to its listener; advice such as retries is inside. */
@Weave(type = "org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer", method = "invokeListener",
        parameters = {"com.rabbitmq.client.Channel", "..."})
final class ListenerHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Brokers brokers;
    private final LastProcessed last;

    ListenerHandler(MessagingTelemetry messaging, Brokers brokers, LastProcessed last) {
        this.messaging = messaging;
        this.brokers = brokers;
        this.last = last;
    }

    private static final class Processing {
        final Operation operation;
        final Destination source;

        Processing(Operation operation, Destination source) {
            this.operation = operation;
            this.source = source;
        }
    }

    @Override
    public Object enter(Object self, Object channel, Object data, Object c, Object d) {
        boolean batch = data instanceof List && !((List<?>) data).isEmpty();
        Object first = batch ? ((List<?>) data).get(0) : data;
        if (!(first instanceof Message)) {
            return null;
        }
        MessageProperties properties = ((Message) first).getMessageProperties();
        Destination source = source(brokers.of((Channel) channel), properties);
        Operation operation = batch ? batch(source, (List<?>) data) : single(source, properties);
        if (operation == null) {
            return null;
        }
        operation.attach();
        return new Processing(operation, source);
    }

    private static Destination source(Broker broker, MessageProperties properties) {
        String queue = properties.getConsumerQueue();
        return queue == null ? broker.named(null)
                : broker.source(properties.getReceivedExchange(), properties.getReceivedRoutingKey(), queue);
    }

    private Operation single(Destination source, MessageProperties properties) {
        RemoteContext carried = messaging.extract(properties, HeaderReader.INSTANCE);
        Operation operation = messaging.process(source, carried, properties);
        if (operation != null && operation.sampled()) {
            messaging.identify(operation, properties.getMessageId(), properties.getCorrelationId());
            messaging.deliveryTag(operation, properties.getDeliveryTag());
            messaging.captureHeaders(operation, properties, HeaderReader.INSTANCE);
        }
        return operation;
    }

    private Operation batch(Destination source, List<?> messages) {
        Operation operation = messaging.processBatch(source, messages.size());
        if (operation != null && operation.sampled()) {
            for (Object message : messages) {
                MessageProperties properties = ((Message) message).getMessageProperties();
                operation.link(messaging.extract(properties, HeaderReader.INSTANCE));
            }
        }
        return operation;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Processing processing = (Processing) scope;
        processing.operation.detach();
        processing.source.end(processing.operation, Verb.PROCESS, ListenerFailure.cause(thrown));
        last.keep(processing.operation);
        return result;
    }
}
