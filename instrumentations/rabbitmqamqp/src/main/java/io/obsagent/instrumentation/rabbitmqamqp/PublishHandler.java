package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Message;
import com.rabbitmq.client.amqp.Publisher;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Publishing ends with the call; what the broker says of the message comes later, to the callback. */
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpPublisher", method = "publish", replaces = 1,
        parameters = {"com.rabbitmq.client.amqp.Message", "com.rabbitmq.client.amqp.Publisher$Callback"})
final class PublishHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Outlets outlets;

    PublishHandler(MessagingTelemetry messaging, Outlets outlets) {
        this.messaging = messaging;
        this.outlets = outlets;
    }

    @Override
    public Object enter(Object self, Object published, Object callback, Object c, Object d) {
        Message message = (Message) published;
        if (message == null) {
            return null;
        }
        RemoteContext carried = messaging.extract(message, Properties.ACCESS);
        Destination target = outlets.of(self).of(message);
        Operation operation = messaging.send(target, Verb.PUBLISH, carried);
        if (operation == null) {
            return null;
        }
        Properties.describe(messaging, operation, message);
        Publish publish = new Publish(operation, target, carried != null && carried.hasSpan());
        operation.subject(publish);
        operation.attach();
        return publish;
    }

    @Override
    public Object argument(Object publish, Object callback) {
        return callback == null ? null : new TracedCallback((Publisher.Callback) callback, (Publish) publish);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Publish publish = (Publish) scope;
        publish.operation.detach();
        publish.target.end(publish.operation, Verb.PUBLISH, thrown);
        publish.target.sent(Verb.PUBLISH, 1, thrown);
        return result;
    }
}
