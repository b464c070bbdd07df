package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The application gives everything unsettled back; it will be delivered again with new tags. */
@Weave(type = "com.rabbitmq.client.impl.ChannelN", method = "basicRecover", parameters = "boolean")
final class RequeueHandler extends Handler {
    private final Channels channels;

    RequeueHandler(Channels channels) {
        this.channels = channels;
    }

    @Override
    public Object enter(Object self, Object requeue, Object b, Object c, Object d) {
        channels.of(self).unsettled.clear();
        return null;
    }
}
