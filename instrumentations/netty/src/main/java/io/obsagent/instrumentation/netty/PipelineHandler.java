package io.obsagent.instrumentation.netty;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpServerCodec;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A handler was put into a pipeline: behind the server's HTTP codec comes ours. */
@Weave(type = "io.netty.channel.DefaultChannelPipeline", method = {"addFirst", "addLast"}, parameters = {
    "io.netty.util.concurrent.EventExecutorGroup", "java.lang.String", "io.netty.channel.ChannelHandler"}, arguments = 2)
@Weave(type = "io.netty.channel.DefaultChannelPipeline", method = {"addBefore", "addAfter"}, parameters = {
    "io.netty.util.concurrent.EventExecutorGroup", "java.lang.String", "java.lang.String",
    "io.netty.channel.ChannelHandler"}, arguments = 3)
final class PipelineHandler extends Handler {
    /** By name: HTTP/2 is another artifact, which an application may not have. */
    private static final String TRANSLATOR = "io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec";

    private final NettyRequestReader reader = new NettyRequestReader();
    private final HttpServerTelemetry http;

    PipelineHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object added, Object b, Object c, Object d) {
        return added instanceof HttpServerCodec || added instanceof HttpRequestDecoder
                || added instanceof HttpResponseEncoder || isTranslator(added) ? added : null;
    }

    private static boolean isTranslator(Object added) {
        return added != null && added.getClass().getName().equals(TRANSLATOR);
    }

    /** Decoder and encoder may come one by one; ours belongs behind the later one. */
    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (!(result instanceof ChannelPipeline)) {
            return result;
        }
        ChannelPipeline pipeline = (ChannelPipeline) result;
        ChannelHandlerContext codec = pipeline.context((ChannelHandler) scope);
        if (codec != null) {
            if (pipeline.get(ServerSpans.NAME) != null) {
                pipeline.remove(ServerSpans.NAME);
            }
            pipeline.addAfter(codec.name(), ServerSpans.NAME, new ServerSpans(http, reader,
                    new ServedMessage(pipeline.channel(), isTranslator(scope))));
        }
        return result;
    }
}
