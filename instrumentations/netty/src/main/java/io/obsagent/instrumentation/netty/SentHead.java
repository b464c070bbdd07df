package io.obsagent.instrumentation.netty;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.propagation.Getter;

/** What was sent as the head of a response: the operation remembers it until its end. */
final class SentHead {
    private static final Getter<HttpHeaders> HEADERS = new Getter<HttpHeaders>() {
        @Override
        public String get(HttpHeaders headers, String name) {
            return NettyRequestReader.joined(headers, name);
        }
    };

    private SentHead() {}

    static void set(HttpServerOperation operation, HttpResponse head) {
        operation.exchange(head);
    }

    /** Null before it was sent. */
    static HttpResponse of(HttpServerOperation operation) {
        return (HttpResponse) operation.exchange();
    }

    /** Ends an operation by the head that was sent, if one was. */
    static void end(HttpServerOperation operation) {
        HttpResponse head = of(operation);
        if (head == null) {
            operation.end(0);
        } else {
            operation.end(head.status().code(), head.headers(), HEADERS);
        }
    }
}
