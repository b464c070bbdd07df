package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.SocketAddress;

/** The head of a response is there. The library follows it, or gives it to the application, before this is over. */
@Weave(type = "io.vertx.core.http.impl.HttpClientRequestImpl", method = "handleResponse", arguments = {0, 1}, parameters = {
        "io.vertx.core.Promise", "io.vertx.core.http.HttpClientResponse", "long"})
final class ResponseHandler extends Handler {
    private final Calls calls;
    private final ResponseReader responses = new ResponseReader();

    ResponseHandler(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object promise, Object received, Object c, Object d) {
        Call call = calls.of(self);
        if (call == null) {
            return null;
        }
        HttpClientResponse response = (HttpClientResponse) received;
        if (call.operation.sampled()) {
            SocketAddress peer = ((HttpClientRequest) self).connection().remoteAddress();
            call.operation.connectedTo(peer.hostAddress(), peer.port());
        }
        if (response.statusCode() < 300 || response.statusCode() >= 400) {
            call.operation.responded(response, responses);
            return null;
        }
        if (call.isWebClients()) {
            return null;
        }
        Redirection redirection = new Redirection(call.operation, response, (Promise<?>) promise);
        calls.redirected(redirection);
        return redirection;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        calls.redirected(null);
        Redirection redirection = (Redirection) scope;
        if (redirection.given()) {
            redirection.call.responded(redirection.response, responses);
        }
        return result;
    }
}
