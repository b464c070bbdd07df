package io.obsagent.instrumentation.okhttp;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.telemetry.propagation.Setter;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import okhttp3.Request;

/**
 * Where an attempt (the first, and one for each redirect, retry and challenge) completes the request for the network.
 * The headers belong into that copy and no other, so that neither the application's request nor its response shows them.
 */
@Weave(type = "okhttp3.internal.http.BridgeInterceptor", method = "intercept", aroundCallOf = "okhttp3.Request$Builder.build")
final class AttemptHandler extends Handler {
    private static final Setter<Request.Builder> HEADERS = Request.Builder::header;

    private final HttpClientTelemetry client;

    AttemptHandler(HttpClientTelemetry client) {
        this.client = client;
    }

    @Override
    public Object enter(Object self, Object request, Object b, Object c, Object d) {
        HttpClientOperation operation = client.attached();
        if (operation != null) {
            operation.attempted();
            operation.inject((Request.Builder) request, HEADERS);
        }
        return null;
    }
}
