package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.SentTime;
import io.obsagent.telemetry.messaging.Unconfirmed;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every overload ends here; since 5.30 the one with an array calls the one with a ByteBuffer, whose operation is then
 * part of the outer one. Properties and headers may be immutable and are never written to: the library gets copies.
 */
@Weave(type = "com.rabbitmq.client.impl.ChannelN", method = "basicPublish", parameters = {"java.lang.String",
        "java.lang.String", "boolean", "boolean", "com.rabbitmq.client.AMQP$BasicProperties", "..."},
        arguments = {0, 1, 4}, replaces = 4)
final class PublishHandler extends Handler {
    /** Room for the propagators' usual headers and the time of publishing. */
    private static final int OURS = 4;

    private final MessagingTelemetry messaging;
    private final Channels channels;

    PublishHandler(MessagingTelemetry messaging, Channels channels) {
        this.messaging = messaging;
        this.channels = channels;
    }

    @Override
    public Object enter(Object self, Object exchange, Object routingKey, Object properties, Object d) {
        ChannelState channel = channels.of(self);
        Map<String, Object> headers = Headers.of((AMQP.BasicProperties) properties);
        RemoteContext carried = headers == null || headers.isEmpty() ? null : messaging.extract(headers, Headers.ACCESS);
        Destination target = channel.connection.broker().target((String) exchange, (String) routingKey);
        Operation operation = messaging.send(target, Verb.PUBLISH, carried);
        if (operation == null) {
            return null;
        }
        if (operation.sampled() && properties != null) {
            AMQP.BasicProperties known = (AMQP.BasicProperties) properties;
            messaging.identify(operation, known.getMessageId(), known.getCorrelationId());
            messaging.captureHeaders(operation, headers, Headers.ACCESS);
        }
        operation.attach();
        long sequenceNumber = ((Channel) self).getNextPublishSeqNo();
        if (sequenceNumber > 0) {
            channel.unconfirmed.add(sequenceNumber, new Unconfirmed(target, System.nanoTime()));
        }
        return new Publish(operation, target, channel, sequenceNumber, carried != null && carried.hasSpan());
    }

    @Override
    public Object argument(Object scope, Object original) {
        if (!messaging.propagates()) {
            return original;
        }
        Publish publish = (Publish) scope;
        AMQP.BasicProperties properties = (AMQP.BasicProperties) original;
        Map<String, Object> users = Headers.of(properties);
        Map<String, Object> headers = users == null ? new HashMap<>(OURS) : new LinkedHashMap<>(users);
        if (!publish.foreignContext) {
            messaging.inject(publish.operation, headers, Headers.ACCESS);
        }
        Headers.sent(headers, SentTime.now());
        return properties == null ? withHeaders(headers) : properties.builder().headers(headers).build();
    }

    /** Without the builder, which would be most of what an agent allocates for a message without properties. */
    private static AMQP.BasicProperties withHeaders(Map<String, Object> headers) {
        return new AMQP.BasicProperties(null, null, headers, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Publish publish = (Publish) scope;
        publish.operation.detach();
        publish.destination.end(publish.operation, Verb.PUBLISH, thrown);
        publish.destination.sent(Verb.PUBLISH, 1, thrown);
        if (thrown != null && publish.sequenceNumber > 0) {
            publish.channel.unconfirmed.settle(publish.sequenceNumber, false, never -> { });
        }
        return result;
    }
}
