package io.obsagent.instrumentation.jettyclient9;

import io.obsagent.telemetry.http.ClientResponseReader;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.http.HttpVersion;

final class ResponseReader implements ClientResponseReader<Response> {
    @Override
    public int status(Response response) {
        return response.getStatus();
    }

    @Override
    public String protocol(Response response) {
        HttpVersion version = response.getVersion();
        return version == null ? null : version.asString();
    }

    @Override
    public String get(Response response, String name) {
        return Fields.joined(response.getHeaders(), name);
    }
}
