package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;

/**
 * Every way of committing offsets; what one overload asks of another is part of it. A call without a callback stays one:
 * the library then logs failures itself.
 */
@Weave(type = {"org.apache.kafka.clients.consumer.KafkaConsumer", "org.apache.kafka.clients.consumer.KafkaShareConsumer"},
        method = "commitSync", arguments = 0)
@Weave(type = "org.apache.kafka.clients.consumer.KafkaConsumer", method = "commitAsync", parameters = {}, arguments = {})
@Weave(type = "org.apache.kafka.clients.consumer.KafkaConsumer", method = "commitAsync",
        parameters = "org.apache.kafka.clients.consumer.OffsetCommitCallback", arguments = {}, replaces = 0)
@Weave(type = "org.apache.kafka.clients.consumer.KafkaConsumer", method = "commitAsync",
        parameters = {"java.util.Map", "org.apache.kafka.clients.consumer.OffsetCommitCallback"}, arguments = 0, replaces = 1)
final class CommitHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Clients clients;

    CommitHandler(Telemetry telemetry, MessagingTelemetry messaging, Clients clients) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.clients = clients;
    }

    @Override
    public Object enter(Object self, Object offsets, Object b, Object c, Object d) {
        return Commit.begin(telemetry, messaging, clients.consumer(self), offsets);
    }

    @Override
    public Object argument(Object scope, Object callback) {
        return callback == null ? null : ((Commit) scope).before((OffsetCommitCallback) callback);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Commit) scope).returned(thrown);
        return result;
    }
}
