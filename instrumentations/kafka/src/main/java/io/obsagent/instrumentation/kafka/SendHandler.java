package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Every send ends here, before interceptors and serializers, whose own calls belong to it. */
@Weave(type = "org.apache.kafka.clients.producer.KafkaProducer", method = "send", parameters = {
        "org.apache.kafka.clients.producer.ProducerRecord", "org.apache.kafka.clients.producer.Callback"}, replaces = {0, 1})
final class SendHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Clients clients;

    SendHandler(Telemetry telemetry, MessagingTelemetry messaging, Clients clients) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.clients = clients;
    }

    @Override
    public Object enter(Object self, Object sent, Object callback, Object c, Object d) {
        if (sent == null) {
            return null;
        }
        ProducerRecord<?, ?> record = (ProducerRecord<?, ?>) sent;
        RemoteContext carried = messaging.extract(record.headers(), HeaderAccess.INSTANCE);
        Destination target = clients.producer(self).topic(record.topic(), null);
        Operation operation = messaging.send(target, Verb.SEND, carried);
        if (operation == null) {
            return null;
        }
        if (operation.sampled()) {
            messaging.key(operation, record.key(), record.value() == null);
            messaging.captureHeaders(operation, record.headers(), HeaderAccess.INSTANCE);
        }
        operation.attach();
        return new Send(telemetry, messaging, operation, target, carried != null && carried.hasSpan());
    }

    @Override
    public Object argument(Object scope, Object original) {
        Send send = (Send) scope;
        return original instanceof ProducerRecord ? outgoing(send, (ProducerRecord<?, ?>) original)
                : send.before((Callback) original);
    }

    /**
     * The application keeps its record as it is: it may send it again, and the library makes the headers of what it was
     * given read-only. A class of the application's own cannot be copied, interceptors may count on it.
     */
    private ProducerRecord<?, ?> outgoing(Send send, ProducerRecord<?, ?> users) {
        boolean dated = users.timestamp() != null;
        if (!messaging.propagates() || users.getClass() != ProducerRecord.class || send.foreignContext && !dated) {
            return users;
        }
        ProducerRecord<?, ?> copy = new ProducerRecord<>(users.topic(), users.partition(), users.timestamp(), users.key(),
                users.value(), users.headers());
        Headers headers = copy.headers();
        if (!send.foreignContext) {
            messaging.inject(send.operation, headers, HeaderAccess.INSTANCE);
        }
        if (dated) {
            RecordTime.write(headers);
        }
        return copy;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Send send = (Send) scope;
        send.operation.detach();
        if (thrown != null) {
            send.end(thrown);
        }
        return result;
    }
}
