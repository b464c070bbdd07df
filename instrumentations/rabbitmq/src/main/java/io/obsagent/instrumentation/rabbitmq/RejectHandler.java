package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Weave;

/** {@code basicReject}. */
@Weave(type = {"com.rabbitmq.client.impl.ChannelN", "com.rabbitmq.client.impl.recovery.RecoveryAwareChannelN"},
        method = "basicReject", parameters = {"long", "boolean"})
final class RejectHandler extends SettleHandler {
    RejectHandler(MessagingTelemetry messaging, Channels channels) {
        super(messaging, channels, Verb.REJECT);
    }

    @Override
    public Object enter(Object self, Object tag, Object requeue, Object c, Object d) {
        return begin(self, (long) tag, false);
    }
}
