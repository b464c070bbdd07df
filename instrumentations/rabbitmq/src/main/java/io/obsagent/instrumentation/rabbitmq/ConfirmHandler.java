package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.messaging.Unconfirmed;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The broker confirms or refuses publishes. */
@Weave(type = "com.rabbitmq.client.impl.ChannelN", method = "handleAckNack", parameters = {"long", "boolean", "boolean"})
final class ConfirmHandler extends Handler {
    private final Channels channels;

    ConfirmHandler(Channels channels) {
        this.channels = channels;
    }

    private static final class Confirmation implements PendingTags.Settled<Unconfirmed> {
        private final boolean accepted;
        private final long nanos = System.nanoTime();

        Confirmation(boolean accepted) {
            this.accepted = accepted;
        }

        @Override
        public void settled(Unconfirmed publish) {
            publish.confirmed(accepted, nanos);
        }
    }

    @Override
    public Object enter(Object self, Object sequenceNumber, Object multiple, Object refused, Object d) {
        Confirmation confirmation = new Confirmation(!(boolean) refused);
        channels.of(self).unconfirmed.settle((long) sequenceNumber, (boolean) multiple, confirmation);
        return null;
    }
}
