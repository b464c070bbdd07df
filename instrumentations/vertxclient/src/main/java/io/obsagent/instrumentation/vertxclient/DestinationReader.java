package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.http.ClientRequestReader;

final class DestinationReader implements ClientRequestReader<Destination> {
    @Override
    public String method(Destination destination) {
        return destination.method;
    }

    @Override
    public String scheme(Destination destination) {
        return destination.scheme();
    }

    @Override
    public String host(Destination destination) {
        return destination.host;
    }

    @Override
    public int port(Destination destination) {
        return destination.port;
    }

    @Override
    public String url(Destination destination) {
        return destination.url();
    }

    /** The headers are complete when the request is written. */
    @Override
    public String get(Destination destination, String name) {
        return null;
    }
}
