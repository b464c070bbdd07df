package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A channel was opened; not when there was none left to open. */
@Weave(type = "com.rabbitmq.client.impl.ChannelManager", method = "createChannel")
final class ChannelOpenHandler extends Handler {
    private final Channels channels;

    ChannelOpenHandler(Channels channels) {
        this.channels = channels;
    }

    @Override
    public Object enter(Object self, Object connection, Object number, Object c, Object d) {
        return this;
    }

    @Override
    public Object exit(Object scope, Object channel, Throwable thrown) {
        if (channel != null) {
            channels.of(channel).opened();
        }
        return channel;
    }
}
