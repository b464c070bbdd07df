package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Envelope;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Destination;

/** Messages that wait in a server of calls, by their envelopes: all that two generations of the library have in common. */
final class Requests {
    private final WeakTable<Envelope, Request> waiting = new WeakTable<>();

    /** Immutable. */
    static final class Request {
        final Destination source;
        /** Null where the message carries none. */
        final RemoteContext carried;
        final AMQP.BasicProperties properties;

        private Request(Destination source, RemoteContext carried, AMQP.BasicProperties properties) {
            this.source = source;
            this.carried = carried;
            this.properties = properties;
        }
    }

    void arrived(Envelope envelope, Destination source, RemoteContext carried, AMQP.BasicProperties properties) {
        waiting.put(envelope, new Request(source, carried, properties));
    }

    /** Once; null where it did not arrive for a server. */
    Request take(Envelope envelope) {
        return waiting.remove(envelope);
    }
}
