package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.Envelope;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Map;

/** A message is pushed to a consumer. Each delivery is counted here, once; most are processed here as well. */
@Weave(type = "com.rabbitmq.client.Consumer", implementors = true, method = "handleDelivery", parameters = {
        "java.lang.String", "com.rabbitmq.client.Envelope", "com.rabbitmq.client.AMQP$BasicProperties", "byte[]"})
final class DeliveryHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Subscriptions subscriptions;
    private final Requests requests;

    DeliveryHandler(MessagingTelemetry messaging, Subscriptions subscriptions, Requests requests) {
        this.messaging = messaging;
        this.subscriptions = subscriptions;
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object tag, Object envelope, Object properties, Object d) {
        Subscription subscription = subscriptions.find((Consumer) self, (String) tag);
        return subscription == null ? null
                : delivered(subscription, (Envelope) envelope, (AMQP.BasicProperties) properties);
    }

    private Work delivered(Subscription subscription, Envelope envelope, AMQP.BasicProperties properties) {
        Destination source = subscription.source(envelope.getExchange(), envelope.getRoutingKey());
        Map<String, Object> headers = Headers.of(properties);
        source.delivered(Verb.PROCESS, Headers.sentAt(headers), envelope.isRedeliver());
        RemoteContext carried = headers == null ? null : messaging.extract(headers, Headers.ACCESS);
        if (!subscription.autoAcknowledged && envelope.getDeliveryTag() > subscription.lastOfLostChannel) {
            subscription.channel.holds(envelope.getDeliveryTag(), source, carried);
        }
        if (subscription.relayed) {
            return null;
        }
        if (subscription.isServing()) {
            requests.arrived(envelope, source, carried, properties);
            return null;
        }
        return process(messaging, source, carried, envelope, properties);
    }

    /** Begins it, unless the thread is at work on this very message. */
    static Work process(MessagingTelemetry messaging, Destination source, RemoteContext carried, Envelope envelope,
            AMQP.BasicProperties properties) {
        Operation operation = messaging.process(source, carried, envelope);
        if (operation == null) {
            return null;
        }
        if (operation.sampled() && properties != null) {
            messaging.identify(operation, properties.getMessageId(), properties.getCorrelationId());
            messaging.deliveryTag(operation, envelope.getDeliveryTag());
            messaging.captureHeaders(operation, Headers.of(properties), Headers.ACCESS);
        }
        return Work.begin(operation, source, Verb.PROCESS);
    }

    @Override
    public Object exit(Object processing, Object result, Throwable thrown) {
        ((Work) processing).end(thrown);
        return result;
    }
}
