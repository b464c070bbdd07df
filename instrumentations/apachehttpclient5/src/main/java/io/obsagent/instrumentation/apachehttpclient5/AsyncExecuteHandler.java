package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;

/**
 * Around the one method that every {@code execute} of the asynchronous clients ends in. The request is known only when
 * its producer hands it over, the response when its consumer gets it, a failure when the callback does: so all three
 * are replaced by ones that tell.
 */
@Weave(type = {"org.apache.hc.client5.http.impl.async.InternalAbstractHttpAsyncClient",
        "org.apache.hc.client5.http.impl.async.AbstractMinimalHttpAsyncClientBase"}, method = "doExecute",
        arguments = 0, replaces = {1, 2, 5})
final class AsyncExecuteHandler extends Handler {
    private final Calls calls;
    private final Telemetry telemetry;

    AsyncExecuteHandler(Calls calls, Telemetry telemetry) {
        this.calls = calls;
        this.telemetry = telemetry;
    }

    @Override
    public Object enter(Object self, Object target, Object b, Object c, Object d) {
        return new AsyncCall(calls, (HttpHost) target, telemetry.thread().current());
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object argument(Object scope, Object original) {
        AsyncCall call = (AsyncCall) scope;
        if (original instanceof AsyncRequestProducer) {
            return new TracedProducer((AsyncRequestProducer) original, call);
        }
        if (original instanceof AsyncResponseConsumer) {
            return new TracedConsumer<>((AsyncResponseConsumer<Object>) original, call);
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
