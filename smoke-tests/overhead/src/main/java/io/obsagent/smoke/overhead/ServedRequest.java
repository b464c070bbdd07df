package io.obsagent.smoke.overhead;

import io.obsagent.telemetry.http.HttpRequestReader;

/** A request whose strings a library has made already. */
final class ServedRequest implements HttpRequestReader<ServedRequest> {
    @Override
    public String method(ServedRequest request) {
        return "GET";
    }

    @Override
    public String scheme(ServedRequest request) {
        return "http";
    }

    @Override
    public String path(ServedRequest request) {
        return "/orders/4711";
    }

    @Override
    public String query(ServedRequest request) {
        return "page=2";
    }

    @Override
    public String protocol(ServedRequest request) {
        return "HTTP/1.1";
    }

    @Override
    public String peerAddress(ServedRequest request) {
        return "10.1.2.3";
    }

    @Override
    public int peerPort(ServedRequest request) {
        return 51234;
    }

    @Override
    public String get(ServedRequest request, String name) {
        switch (name) {
            case "host":
                return "shop.example.com:8080";
            case "user-agent":
                return "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36";
            default:
                return null;
        }
    }
}
