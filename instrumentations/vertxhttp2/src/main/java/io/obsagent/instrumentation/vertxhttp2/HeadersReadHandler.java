package io.obsagent.instrumentation.vertxhttp2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Headers;
import io.obsagent.telemetry.http.Resumed;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The head of a request was read, and Vert.x is about to serve it. */
@Weave(type = "io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder$FrameReadListener", method = "onHeadersRead", parameters = {
    "io.netty.channel.ChannelHandlerContext", "int", "io.netty.handler.codec.http2.Http2Headers", "int", "short", "boolean",
    "int", "boolean"})
final class HeadersReadHandler extends Handler {
    private final Connections connections;

    HeadersReadHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object context, Object stream, Object headers, Object d) {
        return connections.headers((ChannelHandlerContext) context, (Integer) stream, (Http2Headers) headers);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Resumed) scope).close();
        return result;
    }
}
