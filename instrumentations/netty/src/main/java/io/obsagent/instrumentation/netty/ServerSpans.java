package io.obsagent.instrumentation.netty;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.Resumed;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;

/**
 * Sits behind the HTTP codec of one channel. Requests come in order and may be pipelined, responses go out in the same
 * order: the oldest request without a complete response is the one a response belongs to.
 *
 * <p>Used by the channel's event loop only.
 */
final class ServerSpans extends ChannelDuplexHandler {
    /** Under which it stands in the pipeline. */
    static final String NAME = "obs-agent-server";

    private final HttpServerTelemetry http;
    private final NettyRequestReader reader;
    private final boolean translated;
    private final ArrayDeque<HttpServerOperation> served = new ArrayDeque<>(4);

    ServerSpans(HttpServerTelemetry http, NettyRequestReader reader, boolean translated) {
        this.http = http;
        this.reader = reader;
        this.translated = translated;
    }

    /** The request that is answered next; null for none. */
    HttpServerOperation oldest() {
        return served.peekFirst();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            HttpServerOperation begun =
                    http.start(new ServedMessage((HttpRequest) message, context.channel(), translated), reader);
            if (begun != null) {
                served.addLast(begun);
            }
        }
        HttpServerOperation newest = served.peekLast();
        if (newest == null) {
            super.channelRead(context, message);
            return;
        }
        Resumed serving = newest.resume();
        try {
            super.channelRead(context, message);
        } finally {
            serving.close();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        HttpServerOperation oldest = served.peekFirst();
        if (oldest == null) {
            super.write(context, message, promise);
            return;
        }
        if (message instanceof HttpResponse && isFinal((HttpResponse) message)) {
            HttpResponse response = (HttpResponse) message;
            oldest.exchange(new SentHead(response));
            String timing = oldest.serverTiming();
            if (timing != null) {
                response.headers().add("Server-Timing", timing);
            }
        }
        if (message instanceof LastHttpContent && oldest.exchange() != null || isSwitch(oldest)) {
            served.pollFirst();
            super.write(context, message, promise.unvoid().addListener(new SentListener(oldest)));
        } else {
            super.write(context, message, promise);
        }
    }

    /** 100 and 103 come before the response proper. */
    private static boolean isFinal(HttpResponse response) {
        return response.status().code() >= 200 || response.status().code() == 101;
    }

    /** After 101 the channel speaks another protocol: nothing of HTTP will end the request. */
    private static boolean isSwitch(HttpServerOperation operation) {
        return operation.exchange() != null && ((SentHead) operation.exchange()).status == 101;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        for (HttpServerOperation open = served.pollFirst(); open != null; open = served.pollFirst()) {
            open.escaped(new ClosedChannelException());
            SentHead.end(open);
        }
        super.channelInactive(context);
    }
}
