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
    private final ServedMessage message;
    private final ArrayDeque<HttpServerOperation> served = new ArrayDeque<>(4);

    ServerSpans(HttpServerTelemetry http, NettyRequestReader reader, ServedMessage message) {
        this.http = http;
        this.reader = reader;
        this.message = message;
    }

    /** The request that is answered next; null for none. */
    HttpServerOperation oldest() {
        return served.peekFirst();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object read) throws Exception {
        if (read instanceof HttpRequest) {
            message.request = (HttpRequest) read;
            HttpServerOperation begun = http.start(message, reader);
            message.request = null;
            if (begun != null) {
                served.addLast(begun);
            }
        }
        HttpServerOperation newest = served.peekLast();
        if (newest == null) {
            super.channelRead(context, read);
            return;
        }
        Resumed serving = newest.resume();
        try {
            super.channelRead(context, read);
        } finally {
            serving.close();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object written, ChannelPromise promise) throws Exception {
        HttpServerOperation oldest = served.peekFirst();
        if (oldest == null) {
            super.write(context, written, promise);
            return;
        }
        if (written instanceof HttpResponse && isFinal((HttpResponse) written)) {
            HttpResponse response = (HttpResponse) written;
            SentHead.set(oldest, response);
            String timing = oldest.serverTiming();
            if (timing != null) {
                response.headers().add("Server-Timing", timing);
            }
        }
        if (written instanceof LastHttpContent && SentHead.of(oldest) != null || isSwitch(oldest)) {
            served.pollFirst();
            super.write(context, written, promise.unvoid().addListener(new SentListener(oldest)));
        } else {
            super.write(context, written, promise);
        }
    }

    /** 100 and 103 come before the response proper. */
    private static boolean isFinal(HttpResponse response) {
        return response.status().code() >= 200 || response.status().code() == 101;
    }

    /** After 101 the channel speaks another protocol: nothing of HTTP will end the request. */
    private static boolean isSwitch(HttpServerOperation operation) {
        HttpResponse head = SentHead.of(operation);
        return head != null && head.status().code() == 101;
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
