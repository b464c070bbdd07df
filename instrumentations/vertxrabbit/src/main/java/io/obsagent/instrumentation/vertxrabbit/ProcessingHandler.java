package io.obsagent.instrumentation.vertxrabbit;

import com.rabbitmq.client.BasicProperties;
import com.rabbitmq.client.Envelope;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.vertx.core.Handler;
import io.vertx.rabbitmq.RabbitMQConsumer;
import io.vertx.rabbitmq.RabbitMQMessage;
import java.util.Map;

/** The application's handler of messages, with a process operation around each. */
final class ProcessingHandler implements Handler<RabbitMQMessage> {
    private final MessagingTelemetry messaging;
    private final Broker broker;
    private final RabbitMQConsumer consumer;
    private final Handler<RabbitMQMessage> handler;

    ProcessingHandler(MessagingTelemetry messaging, Broker broker, RabbitMQConsumer consumer, Handler<RabbitMQMessage> handler) {
        this.messaging = messaging;
        this.broker = broker;
        this.consumer = consumer;
        this.handler = handler;
    }

    @Override
    public void handle(RabbitMQMessage message) {
        Envelope envelope = message.envelope();
        Destination source = broker.source(envelope.getExchange(), envelope.getRoutingKey(), consumer.queueName());
        Operation operation = start(message, source);
        if (operation == null) {
            handler.handle(message);
            return;
        }
        operation.attach();
        Throwable thrown = null;
        try {
            handler.handle(message);
        } catch (Throwable t) {
            thrown = t;
            throw t;
        } finally {
            operation.detach();
            source.end(operation, Verb.PROCESS, thrown);
        }
    }

    private Operation start(RabbitMQMessage message, Destination source) {
        BasicProperties properties = message.properties();
        Map<String, Object> headers = properties.getHeaders();
        RemoteContext carried = headers == null ? null : messaging.extract(headers, HeaderReader.INSTANCE);
        Operation operation = messaging.process(source, carried, message);
        if (operation != null && operation.sampled()) {
            messaging.identify(operation, properties.getMessageId(), properties.getCorrelationId());
            messaging.deliveryTag(operation, message.envelope().getDeliveryTag());
            messaging.captureHeaders(operation, headers, HeaderReader.INSTANCE);
        }
        return operation;
    }
}
