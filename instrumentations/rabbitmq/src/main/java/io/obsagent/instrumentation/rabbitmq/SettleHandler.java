package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.impl.recovery.RecoveryAwareChannelN;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;

/**
 * The application settles one delivery, or all up to one. Tags are those the application sees; after a recovery the
 * library's outer channel class shifts them and calls the inner one, which is then part of the same operation.
 */
abstract class SettleHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Channels channels;
    private final Verb verb;

    SettleHandler(MessagingTelemetry messaging, Channels channels, Verb verb) {
        this.messaging = messaging;
        this.channels = channels;
        this.verb = verb;
    }

    private static final class Settling {
        final Operation operation;
        final Destination source;
        final ChannelState channel;
        final long tag;
        final boolean multiple;

        Settling(Operation operation, Destination source, ChannelState channel, long tag, boolean multiple) {
            this.operation = operation;
            this.source = source;
            this.channel = channel;
            this.tag = tag;
            this.multiple = multiple;
        }
    }

    final Object begin(Object self, long tag, boolean multiple) {
        ChannelState channel = channels.of(self);
        Delivery held = channel.unsettled.get(tag);
        if (held == null && isOfLostChannel(self, tag)) {
            return null;
        }
        Destination source = held == null ? channel.connection.broker().named(null) : held.source;
        Operation operation = messaging.settle(source, verb, held == null ? null : held.carried);
        if (operation == null) {
            return null;
        }
        messaging.deliveryTag(operation, tag);
        operation.attach();
        return new Settling(operation, source, channel, tag, multiple);
    }

    /** What was delivered before a recovery is not settled after it: the library drops the call. */
    private static boolean isOfLostChannel(Object channel, long tag) {
        return channel instanceof RecoveryAwareChannelN && tag > 0
                && tag <= ((RecoveryAwareChannelN) channel).getActiveDeliveryTagOffset();
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Settling settling = (Settling) scope;
        settling.operation.detach();
        settling.source.end(settling.operation, verb, thrown);
        if (thrown == null) {
            settling.channel.unsettled.settle(settling.tag, settling.multiple, ChannelState::settled);
        }
        return result;
    }
}
