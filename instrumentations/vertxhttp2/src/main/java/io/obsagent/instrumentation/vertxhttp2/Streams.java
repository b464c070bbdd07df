package io.obsagent.instrumentation.vertxhttp2;

import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.collection.IntObjectHashMap;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.propagation.Getter;
import java.nio.channels.ClosedChannelException;

/** The requests being served on one connection, by stream; each ends with its stream. Used by its event loop only. */
final class Streams extends Http2ConnectionAdapter {
    private static final Getter<Http2Headers> HEADERS = new Getter<Http2Headers>() {
        @Override
        public String get(Http2Headers headers, String name) {
            return StreamRequestReader.joined(headers, name);
        }
    };

    private final IntObjectHashMap<HttpServerOperation> served = new IntObjectHashMap<>();

    void begin(int stream, HttpServerOperation operation) {
        served.put(stream, operation);
    }

    /** Null for none. */
    HttpServerOperation of(int stream) {
        return served.get(stream);
    }

    /** The head of a response is about to be written. */
    void answered(int stream, Http2Headers head) {
        HttpServerOperation operation = served.get(stream);
        if (operation != null && status(head) >= 200) {
            operation.exchange(head);
            String timing = operation.serverTiming();
            if (timing != null) {
                head.add("server-timing", timing);
            }
        }
    }

    /** 0 for trailers, which have none. */
    private static int status(Http2Headers head) {
        return head.status() == null ? 0 : Integer.parseInt(head.status().toString());
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
        HttpServerOperation operation = served.remove(stream.id());
        if (operation == null) {
            return;
        }
        Http2Headers head = (Http2Headers) operation.exchange();
        if (head == null || stream.isResetSent()) {
            operation.escaped(new ClosedChannelException());
        }
        operation.end(head == null ? 0 : status(head), head, HEADERS);
    }
}
