package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Weave;

/** {@code basicAck}. */
@Weave(type = {"com.rabbitmq.client.impl.ChannelN", "com.rabbitmq.client.impl.recovery.RecoveryAwareChannelN"},
        method = "basicAck", parameters = {"long", "boolean"})
final class AckHandler extends SettleHandler {
    AckHandler(MessagingTelemetry messaging, Channels channels) {
        super(messaging, channels, Verb.ACK);
    }

    @Override
    public Object enter(Object self, Object tag, Object multiple, Object c, Object d) {
        return begin(self, (long) tag, (boolean) multiple);
    }
}
