package io.obsagent.instrumentation.apachehttpasyncclient4;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.nio.protocol.HttpAsyncRequestProducer;
import org.apache.http.nio.protocol.HttpAsyncResponseConsumer;

/**
 * Around the one method that every {@code execute} of the asynchronous clients ends in. The request is known only when
 * its producer hands it over, the response when its consumer gets it, a failure when the callback does: so all three
 * are replaced by ones that tell.
 */
@Weave(type = {"org.apache.http.impl.nio.client.InternalHttpAsyncClient",
        "org.apache.http.impl.nio.client.MinimalHttpAsyncClient"}, method = "execute", arguments = {}, replaces = {0, 1, 3},
        parameters = {"org.apache.http.nio.protocol.HttpAsyncRequestProducer",
                "org.apache.http.nio.protocol.HttpAsyncResponseConsumer", "org.apache.http.protocol.HttpContext",
                "org.apache.http.concurrent.FutureCallback"})
final class AsyncExecuteHandler extends Handler {
    private final HttpClientTelemetry client;
    private final Telemetry telemetry;

    AsyncExecuteHandler(HttpClientTelemetry client, Telemetry telemetry) {
        this.client = client;
        this.telemetry = telemetry;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return new AsyncCall(client, telemetry.thread().current());
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object argument(Object scope, Object original) {
        AsyncCall call = (AsyncCall) scope;
        if (original instanceof HttpAsyncRequestProducer) {
            return new TracedProducer((HttpAsyncRequestProducer) original, call);
        }
        if (original instanceof HttpAsyncResponseConsumer) {
            return new TracedConsumer<>((HttpAsyncResponseConsumer<Object>) original, call);
        }
        return new TracedCallback<>((FutureCallback<Object>) original, call, telemetry);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (thrown != null) {
            ((AsyncCall) scope).failed(thrown);
        }
        return result;
    }
}
