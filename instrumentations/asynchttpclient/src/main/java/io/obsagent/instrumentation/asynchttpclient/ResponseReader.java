package io.obsagent.instrumentation.asynchttpclient;

import io.obsagent.telemetry.http.ClientResponseReader;
import java.util.List;

final class ResponseReader implements ClientResponseReader<Execution> {
    @Override
    public int status(Execution execution) {
        return execution.status.getStatusCode();
    }

    @Override
    public String protocol(Execution execution) {
        return execution.status.getProtocolText();
    }

    @Override
    public String get(Execution execution, String name) {
        List<String> values = execution.headers.getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
