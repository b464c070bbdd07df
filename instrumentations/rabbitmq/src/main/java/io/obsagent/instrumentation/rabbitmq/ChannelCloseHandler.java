package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A channel is closed, by itself or with its connection; the broker requeues what it had not settled. */
@Weave(type = "com.rabbitmq.client.impl.ChannelManager", method = "releaseChannelNumber")
final class ChannelCloseHandler extends Handler {
    private final Channels channels;

    ChannelCloseHandler(Channels channels) {
        this.channels = channels;
    }

    @Override
    public Object enter(Object self, Object channel, Object b, Object c, Object d) {
        if (channel != null) {
            channels.of(channel).closed();
        }
        return null;
    }
}
