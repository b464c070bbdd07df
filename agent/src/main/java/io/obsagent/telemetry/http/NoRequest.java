package io.obsagent.telemetry.http;

/** Reads bytes in which a server found no request: all that is known is whether they came over TLS. */
final class NoRequest implements HttpRequestReader<Boolean> {
    @Override
    public String method(Boolean secure) {
        return null;
    }

    @Override
    public String scheme(Boolean secure) {
        return secure ? "https" : "http";
    }

    @Override
    public String path(Boolean secure) {
        return null;
    }

    @Override
    public String query(Boolean secure) {
        return null;
    }

    @Override
    public String protocol(Boolean secure) {
        return null;
    }

    @Override
    public String peerAddress(Boolean secure) {
        return null;
    }

    @Override
    public int peerPort(Boolean secure) {
        return 0;
    }

    @Override
    public String get(Boolean secure, String name) {
        return null;
    }
}
