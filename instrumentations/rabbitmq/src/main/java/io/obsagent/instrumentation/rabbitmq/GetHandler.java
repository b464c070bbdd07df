package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.GetResponse;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Map;

/** Asking for one message. An empty queue is no operation: polling loops would drown everything else. */
@Weave(type = "com.rabbitmq.client.impl.ChannelN", method = "basicGet", parameters = {"java.lang.String", "boolean"})
final class GetHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Channels channels;

    GetHandler(MessagingTelemetry messaging, Channels channels) {
        this.messaging = messaging;
        this.channels = channels;
    }

    private static final class Get {
        final Operation operation;
        final ChannelState channel;
        final String queue;
        final boolean autoAcknowledged;

        Get(Operation operation, ChannelState channel, String queue, boolean autoAcknowledged) {
            this.operation = operation;
            this.channel = channel;
            this.queue = queue;
            this.autoAcknowledged = autoAcknowledged;
        }
    }

    @Override
    public Object enter(Object self, Object queue, Object autoAcknowledged, Object c, Object d) {
        Operation operation = messaging.receive();
        return operation == null ? null
                : new Get(operation, channels.of(self), (String) queue, Boolean.TRUE.equals(autoAcknowledged));
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Get get = (Get) scope;
        if (result != null) {
            received(get, (GetResponse) result);
        } else if (thrown != null) {
            Destination source = get.channel.connection.broker().source(null, null, get.queue);
            source.describe(get.operation, Verb.RECEIVE);
            source.end(get.operation, Verb.RECEIVE, thrown);
        } else {
            get.operation.discard();
        }
        return result;
    }

    private void received(Get get, GetResponse response) {
        Envelope envelope = response.getEnvelope();
        AMQP.BasicProperties properties = response.getProps();
        Map<String, Object> headers = Headers.of(properties);
        RemoteContext carried = headers == null ? null : messaging.extract(headers, Headers.ACCESS);
        Destination source = get.channel.connection.broker().source(envelope.getExchange(), envelope.getRoutingKey(), get.queue);
        if (get.operation.sampled()) {
            messaging.identify(get.operation, properties.getMessageId(), properties.getCorrelationId());
            messaging.deliveryTag(get.operation, envelope.getDeliveryTag());
            messaging.captureHeaders(get.operation, headers, Headers.ACCESS);
        }
        messaging.received(get.operation, source, carried);
        source.delivered(Verb.RECEIVE, Headers.sentAt(headers), envelope.isRedeliver());
        if (!get.autoAcknowledged) {
            get.channel.holds(envelope.getDeliveryTag(), source, carried);
        }
    }
}
