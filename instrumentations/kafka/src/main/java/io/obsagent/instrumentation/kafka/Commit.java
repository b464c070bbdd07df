package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.ThreadState;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Subscriber;
import io.obsagent.telemetry.messaging.Verb;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;

/** One commit of offsets; over when the broker has answered, if the application asked to be told, else at once. */
final class Commit implements OffsetCommitCallback {
    private final Telemetry telemetry;
    private final Operation operation;
    private final Destination source;
    private OffsetCommitCallback users;

    private Commit(Telemetry telemetry, Operation operation, Destination source) {
        this.telemetry = telemetry;
        this.operation = operation;
        this.source = source;
    }

    /** @return null when it is part of another commit */
    static Commit begin(Telemetry telemetry, MessagingTelemetry messaging, Subscriber subscriber, Object offsets) {
        Destination source = subscriber.topic(offsets instanceof Map ? topic((Map<?, ?>) offsets) : null);
        Operation operation = messaging.settle(source, Verb.COMMIT);
        if (operation == null) {
            return null;
        }
        operation.attach();
        return new Commit(telemetry, operation, source);
    }

    /** The topic of the offsets, null for none and for several. */
    private static String topic(Map<?, ?> offsets) {
        String topic = null;
        for (Iterator<?> partitions = offsets.keySet().iterator(); partitions.hasNext(); ) {
            String next = ((TopicPartition) partitions.next()).topic();
            if (topic != null && !topic.equals(next)) {
                return null;
            }
            topic = next;
        }
        return topic;
    }

    /** The application's callback gets its call after this one. */
    Commit before(OffsetCommitCallback callback) {
        users = callback;
        return this;
    }

    /** The call is over. */
    void returned(Throwable thrown) {
        operation.detach();
        if (thrown != null || users == null) {
            source.end(operation, Verb.COMMIT, thrown);
        }
    }

    @Override
    public void onComplete(Map<TopicPartition, OffsetAndMetadata> offsets, Exception exception) {
        source.end(operation, Verb.COMMIT, exception);
        ThreadState thread = telemetry.thread();
        Operation before = thread.swap(operation.parent());
        try {
            users.onComplete(offsets, exception);
        } finally {
            thread.swap(before);
        }
    }
}
