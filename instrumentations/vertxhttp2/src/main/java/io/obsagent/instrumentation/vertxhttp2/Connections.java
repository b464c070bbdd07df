package io.obsagent.instrumentation.vertxhttp2;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Headers;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.Resumed;

/** The server connections of Vert.x. */
final class Connections {
    private final WeakTable<Http2Connection, Streams> streams = new WeakTable<>();
    private final StreamRequestReader reader = new StreamRequestReader();
    private final HttpServerTelemetry http;

    Connections(HttpServerTelemetry http) {
        this.http = http;
    }

    /** The head of a request was read, or trailers; null where there is nothing to go on with. */
    Resumed headers(ChannelHandlerContext context, int stream, Http2Headers headers) {
        Http2Connection connection = served(context);
        if (connection == null || headers.method() == null) {
            return null;
        }
        HttpServerOperation operation = http.start(new StreamRequest(headers, context.channel()), reader);
        if (operation == null) {
            return null;
        }
        Streams known = streams.get(connection);
        if (known == null) {
            known = new Streams();
            connection.addListener(known);
            streams.put(connection, known);
        }
        known.begin(stream, operation);
        return operation.resume();
    }

    /** A part of a request's body was read. */
    Resumed data(ChannelHandlerContext context, int stream) {
        Http2Connection connection = served(context);
        Streams known = connection == null ? null : streams.get(connection);
        HttpServerOperation operation = known == null ? null : known.of(stream);
        return operation == null ? null : operation.resume();
    }

    /** The head of a response is about to be written. */
    void answered(ChannelHandlerContext context, int stream, Http2Headers head) {
        Http2Connection connection = served(context);
        Streams known = connection == null ? null : streams.get(connection);
        if (known != null) {
            known.answered(stream, head);
        }
    }

    private static Http2Connection served(ChannelHandlerContext context) {
        ChannelHandler handler = context.handler();
        if (!handler.getClass().getName().startsWith("io.vertx.") || !(handler instanceof Http2ConnectionHandler)) {
            return null;
        }
        Http2Connection connection = ((Http2ConnectionHandler) handler).connection();
        return connection.isServer() ? connection : null;
    }
}
