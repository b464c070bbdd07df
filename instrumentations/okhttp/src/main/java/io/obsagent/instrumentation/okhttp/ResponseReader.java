package io.obsagent.instrumentation.okhttp;

import io.obsagent.telemetry.http.ClientResponseReader;
import java.util.List;
import okhttp3.Response;

final class ResponseReader implements ClientResponseReader<Response> {
    @Override
    public int status(Response response) {
        return response.code();
    }

    @Override
    public String protocol(Response response) {
        String protocol = response.protocol().toString();
        return protocol.equals("h2_prior_knowledge") ? "2" : protocol;
    }

    @Override
    public String get(Response response, String name) {
        List<String> values = response.headers(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
