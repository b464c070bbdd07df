package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;

/** What was received becomes a message. Every way of decoding ends here; what was not received is left alone. */
@Weave(type = "org.apache.qpid.proton.message.impl.MessageImpl", method = "decode",
        parameters = "org.apache.qpid.proton.codec.ReadableBuffer", arguments = {})
final class DecodeHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Links links;
    private final Taken taken;

    DecodeHandler(MessagingTelemetry messaging, Links links, Taken taken) {
        this.messaging = messaging;
        this.links = links;
        this.taken = taken;
    }

    private static final class Receiving {
        final Operation operation;
        final Message message;
        final Destination source;
        final Delivery delivery;

        Receiving(Operation operation, Message message, Destination source, Delivery delivery) {
            this.operation = operation;
            this.message = message;
            this.source = source;
            this.delivery = delivery;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Delivery delivery = taken.take();
        Operation operation = delivery == null ? null : messaging.receive();
        return operation == null ? null
                : new Receiving(operation, (Message) self, links.source((Receiver) delivery.getLink()), delivery);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Receiving receiving = (Receiving) scope;
        Operation operation = receiving.operation;
        if (thrown != null) {
            receiving.source.describe(operation, Verb.RECEIVE);
            receiving.source.end(operation, Verb.RECEIVE, thrown);
            return result;
        }
        Message message = receiving.message;
        ApplicationProperties properties = message.getApplicationProperties();
        Map<String, Object> headers = properties == null ? null : properties.getValue();
        RemoteContext carried = headers == null ? null : messaging.extract(headers, MapHeaders.ACCESS);
        if (carried != null) {
            taken.carries(receiving.delivery, carried);
        }
        Texts.describe(messaging, operation, message, headers);
        messaging.received(operation, receiving.source, carried);
        long sent = headers == null ? 0 : MapHeaders.sentAt(headers);
        receiving.source.delivered(Verb.RECEIVE, sent == 0 ? message.getCreationTime() : sent, message.getDeliveryCount() > 0);
        return result;
    }
}
