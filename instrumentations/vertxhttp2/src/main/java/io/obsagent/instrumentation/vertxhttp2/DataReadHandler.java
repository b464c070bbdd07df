package io.obsagent.instrumentation.vertxhttp2;

import io.netty.channel.ChannelHandlerContext;
import io.obsagent.telemetry.http.Resumed;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A part of a request's body was read. */
@Weave(type = "io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder$FrameReadListener", method = "onDataRead", parameters = {
    "io.netty.channel.ChannelHandlerContext", "int", "..."})
final class DataReadHandler extends Handler {
    private final Connections connections;

    DataReadHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object context, Object stream, Object c, Object d) {
        return connections.data((ChannelHandlerContext) context, (Integer) stream);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Resumed) scope).close();
        return result;
    }
}
