package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.ThreadState;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;

/** One record under way. It is over when the broker has answered, which the library tells its callback. */
final class Send implements Callback {
    final Operation operation;
    /** Whether the application put a context into the record itself. */
    final boolean foreignContext;
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Destination target;
    private Callback users;

    Send(Telemetry telemetry, MessagingTelemetry messaging, Operation operation, Destination target, boolean foreignContext) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.operation = operation;
        this.target = target;
        this.foreignContext = foreignContext;
    }

    /** The application's callback, null for none, gets its call after this one. */
    Send before(Callback callback) {
        users = callback;
        return this;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception exception) {
        if (metadata != null && operation.sampled()) {
            position(metadata);
        }
        end(exception);
        if (users != null) {
            ThreadState thread = telemetry.thread();
            Operation before = thread.swap(operation.parent());
            try {
                users.onCompletion(metadata, exception);
            } finally {
                thread.swap(before);
            }
        }
    }

    private void position(RecordMetadata metadata) {
        if (metadata.partition() >= 0) {
            messaging.partition(operation, metadata.partition());
        }
        if (metadata.offset() >= 0) {
            messaging.offset(operation, metadata.offset());
        }
    }

    /** The library has been seen to tell a callback of a failure and to throw it as well; that is one. */
    void end(Throwable thrown) {
        if (target.end(operation, Verb.SEND, thrown)) {
            target.sent(Verb.SEND, 1, thrown);
        }
    }
}
