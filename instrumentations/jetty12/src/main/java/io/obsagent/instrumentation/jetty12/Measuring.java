package io.obsagent.instrumentation.jetty12;

import io.obsagent.telemetry.http.HttpServerOperation;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpStream;

/** Puts the measured stream around the one of the connection. */
final class Measuring implements Function<HttpStream, HttpStream> {
    private final HttpServerOperation operation;

    Measuring(HttpServerOperation operation) {
        this.operation = operation;
    }

    @Override
    public HttpStream apply(HttpStream stream) {
        return new MeasuredStream(stream, operation);
    }
}
