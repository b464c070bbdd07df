package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Weave;

/** {@code basicNack}. */
@Weave(type = {"com.rabbitmq.client.impl.ChannelN", "com.rabbitmq.client.impl.recovery.RecoveryAwareChannelN"},
        method = "basicNack", parameters = {"long", "boolean", "boolean"})
final class NackHandler extends SettleHandler {
    NackHandler(MessagingTelemetry messaging, Channels channels) {
        super(messaging, channels, Verb.NACK);
    }

    @Override
    public Object enter(Object self, Object tag, Object multiple, Object c, Object d) {
        return begin(self, (long) tag, (boolean) multiple);
    }
}
