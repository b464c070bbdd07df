package io.obsagent.instrumentation.vertxhttp2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Headers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The head of a response, or trailers, are written. */
@Weave(type = "io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder", method = "writeHeaders", parameters = {
    "io.netty.channel.ChannelHandlerContext", "int", "io.netty.handler.codec.http2.Http2Headers", "..."})
final class HeadersWrittenHandler extends Handler {
    private final Connections connections;

    HeadersWrittenHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object context, Object stream, Object headers, Object d) {
        connections.answered((ChannelHandlerContext) context, (Integer) stream, (Http2Headers) headers);
        return null;
    }
}
