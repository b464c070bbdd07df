package io.obsagent.smoke.overhead;

import io.obsagent.telemetry.http.ClientRequestReader;
import io.obsagent.telemetry.http.ClientResponseReader;

/** A request to another server and its response, whose strings a library has made already. */
final class SentRequest implements ClientRequestReader<SentRequest>, ClientResponseReader<SentRequest> {
    String traceparent;

    @Override
    public String method(SentRequest request) {
        return "GET";
    }

    @Override
    public String scheme(SentRequest request) {
        return "http";
    }

    @Override
    public String host(SentRequest request) {
        return "stock.example.com";
    }

    @Override
    public int port(SentRequest request) {
        return 8080;
    }

    @Override
    public String url(SentRequest request) {
        return "http://stock.example.com:8080/items/4711?page=2";
    }

    @Override
    public int status(SentRequest response) {
        return 200;
    }

    @Override
    public String protocol(SentRequest response) {
        return "HTTP/1.1";
    }

    @Override
    public String get(SentRequest request, String name) {
        return null;
    }
}
