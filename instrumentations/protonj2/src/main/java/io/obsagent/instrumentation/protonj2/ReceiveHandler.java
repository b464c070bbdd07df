package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Map;
import org.apache.qpid.protonj2.client.Receiver;

/** Waiting for one message. No message is no operation: polling loops would drown everything else. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientReceiver", method = {"receive", "tryReceive"})
final class ReceiveHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Destinations destinations;
    private final Arrivals arrivals;

    ReceiveHandler(MessagingTelemetry messaging, Destinations destinations, Arrivals arrivals) {
        this.messaging = messaging;
        this.destinations = destinations;
        this.arrivals = arrivals;
    }

    private static final class Receiving {
        final Operation operation;
        final Receiver receiver;

        Receiving(Operation operation, Receiver receiver) {
            this.operation = operation;
            this.receiver = receiver;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Operation operation = messaging.receive();
        if (operation == null) {
            return null;
        }
        operation.attach();
        return new Receiving(operation, (Receiver) self);
    }

    @Override
    public Object exit(Object scope, Object delivery, Throwable thrown) {
        Receiving receiving = (Receiving) scope;
        Operation operation = receiving.operation;
        operation.detach();
        if (delivery == null && thrown == null) {
            operation.discard();
            return delivery;
        }
        if (thrown == null) {
            received(operation, destinations.source(receiving.receiver), arrivals.take(delivery));
        } else {
            Destination source = destinations.unknown(receiving.receiver); // a link that is lost may wait for ever to be open
            source.describe(operation, Verb.RECEIVE);
            source.end(operation, Verb.RECEIVE, thrown);
        }
        return delivery;
    }

    private void received(Operation operation, Destination source, Arrival arrival) {
        Map<String, Object> headers = arrival == null ? null : arrival.headers();
        RemoteContext carried = headers == null ? null : messaging.extract(headers, MapHeaders.ACCESS);
        if (arrival != null) {
            messaging.identify(operation, arrival.messageId(), arrival.correlationId());
            messaging.captureHeaders(operation, headers, MapHeaders.ACCESS);
        }
        messaging.received(operation, source, carried);
        source.delivered(Verb.RECEIVE, sentAt(arrival, headers), arrival != null && arrival.isRedelivered());
        if (arrival != null && arrival.held != null) {
            arrival.held.taken(source);
        }
    }

    private static long sentAt(Arrival arrival, Map<String, Object> headers) {
        long sent = headers == null ? 0 : MapHeaders.sentAt(headers);
        return sent == 0 && arrival != null ? arrival.createdAt() : sent;
    }
}
