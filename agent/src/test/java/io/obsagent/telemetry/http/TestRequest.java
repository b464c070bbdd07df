package io.obsagent.telemetry.http;

import java.util.HashMap;
import java.util.Map;

/** A request as a value. */
final class TestRequest {
    String method = "GET";
    String scheme = "http";
    String path = "/orders/4711";
    String query;
    String protocol = "HTTP/1.1";
    String peer = "192.0.2.7";
    final Map<String, String> headers = new HashMap<>();

    TestRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Reads it. */
    static final class Reader implements HttpRequestReader<TestRequest> {
        @Override
        public String method(TestRequest request) {
            return request.method;
        }

        @Override
        public String scheme(TestRequest request) {
            return request.scheme;
        }

        @Override
        public String path(TestRequest request) {
            return request.path;
        }

        @Override
        public String query(TestRequest request) {
            return request.query;
        }

        @Override
        public String protocol(TestRequest request) {
            return request.protocol;
        }

        @Override
        public String peerAddress(TestRequest request) {
            return request.peer;
        }

        @Override
        public int peerPort(TestRequest request) {
            return 4711;
        }

        @Override
        public String get(TestRequest request, String name) {
            return request.headers.get(name);
        }
    }
}
