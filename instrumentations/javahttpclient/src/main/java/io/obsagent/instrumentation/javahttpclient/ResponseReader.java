package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.ClientResponseReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;

final class ResponseReader implements ClientResponseReader<HttpResponse<?>> {
    @Override
    public int status(HttpResponse<?> response) {
        return response.statusCode();
    }

    @Override
    public String protocol(HttpResponse<?> response) {
        HttpClient.Version version = response.version();
        return version == null ? null : version.name();
    }

    @Override
    public String get(HttpResponse<?> response, String name) {
        List<String> values = response.headers().allValues(name);
        return values.isEmpty() ? null : String.join(",", values);
    }

    /** One more than there were redirects and challenges before this response. */
    static int attempts(HttpResponse<?> last) {
        int attempts = 1;
        for (HttpResponse<?> r = last.previousResponse().orElse(null); r != null; r = r.previousResponse().orElse(null)) {
            attempts++;
        }
        return attempts;
    }
}
