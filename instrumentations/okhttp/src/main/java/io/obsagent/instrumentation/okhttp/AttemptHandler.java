package io.obsagent.instrumentation.okhttp;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Where an attempt starts: the first, and one for each redirect, retry and challenge. */
@Weave(type = "okhttp3.internal.http.BridgeInterceptor", method = "intercept", arguments = 0)
final class AttemptHandler extends Handler {
    private final HttpClientTelemetry client;
    private final Attempts attempts;

    AttemptHandler(HttpClientTelemetry client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    @Override
    public Object enter(Object self, Object chain, Object b, Object c, Object d) {
        HttpClientOperation operation = client.attached();
        if (operation != null) {
            operation.attempted();
            attempts.starting(chain);
        }
        return null;
    }
}
