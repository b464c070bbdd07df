package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.core.http.HttpClientResponse;

/**
 * A response comes, in part or as a whole, or fails: what the application has the library do then it does for whoever
 * made the call. Handlers are not tasks that somebody handed over, and neither are several callbacks of one future.
 */
@Weave(type = "io.vertx.core.http.impl.HttpClientRequestBase", method = "handleResponse",
        parameters = "io.vertx.core.http.HttpClientResponse", arguments = {})
@Weave(type = "io.vertx.core.http.impl.HttpClientRequestImpl", method = "handleException", parameters = "java.lang.Throwable",
        arguments = {})
@Weave(type = "io.vertx.core.http.impl.HttpClientResponseImpl", method = "handleChunk",
        parameters = "io.vertx.core.buffer.Buffer", arguments = {})
@Weave(type = "io.vertx.core.http.impl.HttpClientResponseImpl", method = {"handleEnd", "handleTrailers"},
        parameters = "io.vertx.core.MultiMap", arguments = {})
final class CallerHandler extends Handler {
    private final HandOvers handOvers;
    private final Calls calls;

    CallerHandler(HandOvers handOvers, Calls calls) {
        this.handOvers = handOvers;
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Call call = calls.of(self instanceof HttpClientResponse ? ((HttpClientResponse) self).request() : self);
        return call == null ? null : handOvers.resume(call.operation.caller());
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        handOvers.leave(scope);
        return result;
    }
}
