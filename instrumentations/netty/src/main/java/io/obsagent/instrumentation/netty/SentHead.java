package io.obsagent.instrumentation.netty;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.propagation.Getter;

/** What was sent as the head of a response. Immutable. */
final class SentHead {
    private static final Getter<HttpHeaders> HEADERS = new Getter<HttpHeaders>() {
        @Override
        public String get(HttpHeaders headers, String name) {
            return NettyRequestReader.joined(headers, name);
        }
    };

    final int status;
    private final HttpHeaders headers;

    SentHead(HttpResponse response) {
        status = response.status().code();
        headers = response.headers();
    }

    /** Ends an operation by the head that was sent, if one was. */
    static void end(HttpServerOperation operation) {
        SentHead head = (SentHead) operation.exchange();
        if (head == null) {
            operation.end(0);
        } else {
            operation.end(head.status, head.headers, HEADERS);
        }
    }
}
