package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Starts and ends calls. Their operation is never the context of a thread, so that body handlers run in the caller's. */
final class Calls {
    private final HttpClientTelemetry client;
    private final Sending sending;
    private final String[] names;
    private final RequestReader requests = new RequestReader();
    private final ResponseReader responses = new ResponseReader();

    Calls(HttpClientTelemetry client, Sending sending) {
        this.client = client;
        this.sending = sending;
        this.names = client.headerNames().toArray(new String[0]); // an iterator would be 32 bytes of each call
    }

    /** Null for what is to be left alone: part of another call, or a request that the client is about to refuse. */
    HttpClientOperation begin(Object sent) {
        HttpRequest request = (HttpRequest) sent;
        if (request == null || request.uri() == null || request instanceof TracedRequest || sending.isOn()) {
            return null;
        }
        HttpClientOperation call = client.start(request, requests);
        if (call != null) {
            sending.begin(call);
        }
        return call;
    }

    /** The request to send: the application's own, unless it tells of another trace. */
    HttpRequest toSend(HttpClientOperation call, HttpRequest original) {
        return tells(original) && !isHandshake(original) ? new TracedRequest(original, call) : original;
    }

    /** Whether a request has headers of a trace already, its own or those of {@link TracedRequest}. */
    boolean tells(HttpRequest request) {
        for (String name : names) {
            if (request.headers().map().containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    /** That of a WebSocket is marked in the client's own request type, which nothing else can stand for. */
    private static boolean isHandshake(HttpRequest request) {
        return request.getClass().getName().equals("jdk.internal.net.http.HttpRequestImpl");
    }

    /** The call that the thread has begun to send, once; null for none. */
    HttpClientOperation sent() {
        return sending.take();
    }

    void responded(HttpClientOperation call, HttpResponse<?> response) {
        if (call.exchange() != null) {
            ((TraceHeader) call.exchange()).forget();
        }
        call.attempts(ResponseReader.attempts(response));
        call.responded(response, responses);
    }
}
