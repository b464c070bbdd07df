package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.http.ClientResponseReader;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;

final class ResponseReader implements ClientResponseReader<HttpResponse> {
    @Override
    public int status(HttpResponse response) {
        return response.getCode();
    }

    @Override
    public String protocol(HttpResponse response) {
        ProtocolVersion version = response.getVersion();
        if (version == null) {
            return null;
        }
        return HttpVersion.HTTP_1_1.equals(version) ? "1.1" : version.toString();
    }

    @Override
    public String get(HttpResponse response, String name) {
        return Headers.joined(response, name);
    }
}
