package io.obsagent.instrumentation.apachehttpclient4;

import io.obsagent.telemetry.http.ClientResponseReader;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.ProtocolVersion;

final class ResponseReader implements ClientResponseReader<HttpResponse> {
    @Override
    public int status(HttpResponse response) {
        return response.getStatusLine().getStatusCode();
    }

    @Override
    public String protocol(HttpResponse response) {
        ProtocolVersion version = response.getStatusLine().getProtocolVersion();
        // The client's own text is made anew on each call.
        return HttpVersion.HTTP_1_1.equals(version) ? "1.1" : String.valueOf(version);
    }

    @Override
    public String get(HttpResponse response, String name) {
        return Headers.joined(response, name);
    }
}
