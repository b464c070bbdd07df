package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.Envelope;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Work;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A server of calls processes a request and answers it. */
@Weave(type = "com.rabbitmq.client.RpcServer", method = "processRequest", arguments = 0)
final class RequestHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Requests requests;

    RequestHandler(MessagingTelemetry messaging, Requests requests) {
        this.messaging = messaging;
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object delivery, Object b, Object c, Object d) {
        Envelope envelope = envelope(delivery);
        Requests.Request request = envelope == null ? null : requests.take(envelope);
        return request == null ? null
                : DeliveryHandler.process(messaging, request.source, request.carried, envelope, request.properties);
    }

    /** The class of deliveries has moved between the versions 4 and 5; null for none. */
    private static Envelope envelope(Object delivery) {
        try {
            return delivery == null ? null : (Envelope) delivery.getClass().getMethod("getEnvelope").invoke(delivery);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    @Override
    public Object exit(Object processing, Object result, Throwable thrown) {
        ((Work) processing).end(thrown);
        return result;
    }
}
