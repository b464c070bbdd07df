package io.obsagent.telemetry.http;

/** A request that is nothing but constants and a response that is its status. */
final class TestCall implements ClientRequestReader<String>, ClientResponseReader<String> {
    private final Runnable onHeader;

    TestCall() {
        this(() -> { });
    }

    /** @param onHeader runs when a header is read */
    TestCall(Runnable onHeader) {
        this.onHeader = onHeader;
    }

    @Override
    public String method(String request) {
        return "GET";
    }

    @Override
    public String scheme(String request) {
        return "http";
    }

    @Override
    public String host(String request) {
        return "shop.example";
    }

    @Override
    public int port(String request) {
        return 8080;
    }

    @Override
    public String url(String request) {
        return "http://shop.example:8080/orders/4711/lines?page=2";
    }

    @Override
    public int status(String response) {
        return Integer.parseInt(response);
    }

    @Override
    public String protocol(String response) {
        return "HTTP/1.1";
    }

    @Override
    public String get(String carrier, String name) {
        onHeader.run();
        return null;
    }
}
