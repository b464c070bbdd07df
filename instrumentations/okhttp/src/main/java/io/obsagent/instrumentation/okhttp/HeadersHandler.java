package io.obsagent.instrumentation.okhttp;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.telemetry.propagation.Setter;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import okhttp3.Request;

/** Adds the headers of the trace to the request that an attempt sends. */
@Weave(type = "okhttp3.internal.http.RealInterceptorChain", method = "proceed", parameters = "okhttp3.Request",
        arguments = {}, replaces = 0)
final class HeadersHandler extends Handler {
    private static final Setter<Request.Builder> HEADERS = Request.Builder::header;

    private final HttpClientTelemetry client;
    private final Attempts attempts;

    HeadersHandler(HttpClientTelemetry client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return attempts.begins(self) ? client.attached() : null;
    }

    @Override
    public Object argument(Object scope, Object original) {
        Request.Builder request = ((Request) original).newBuilder();
        ((HttpClientOperation) scope).inject(request, HEADERS);
        return request.build();
    }
}
