package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.List;
import java.util.Map;

/** The client makes a request of its own of another one, to follow a redirect or to answer a challenge. */
@Weave(type = "jdk.internal.net.http.HttpRequestImpl", method = "<init>", arguments = 2,
        parameters = {"java.net.URI", "java.lang.String", "jdk.internal.net.http.HttpRequestImpl", "..."})
final class RepeatHandler extends Handler {
    private final List<String> names;
    private final SystemHeaders headers;

    RepeatHandler(HttpClientTelemetry client, SystemHeaders headers) {
        this.names = client.headerNames();
        this.headers = headers;
    }

    @Override
    public Object enter(Object self, Object repeated, Object b, Object c, Object d) {
        return repeated;
    }

    @Override
    public Object exit(Object scope, Object request, Throwable thrown) {
        Map<String, List<String>> before = headers.of(scope);
        for (String name : names) {
            List<String> values = before.get(name);
            if (values != null) {
                headers.of(request).put(name, values);
            }
        }
        return request;
    }
}
