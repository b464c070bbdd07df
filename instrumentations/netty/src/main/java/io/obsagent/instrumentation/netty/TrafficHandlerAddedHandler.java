package io.obsagent.instrumentation.netty;

import io.netty.channel.ChannelHandlerContext;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** reactor-netty's queue of requests belongs to this pipeline from here on. */
@Weave(type = "reactor.netty.http.server.HttpTrafficHandler", method = "handlerAdded",
        parameters = "io.netty.channel.ChannelHandlerContext")
final class TrafficHandlerAddedHandler extends Handler {
    private final QueuedRequests queued;

    TrafficHandlerAddedHandler(QueuedRequests queued) {
        this.queued = queued;
    }

    @Override
    public Object enter(Object self, Object context, Object b, Object c, Object d) {
        queued.added(self, ((ChannelHandlerContext) context).pipeline());
        return null;
    }
}
