package io.obsagent.instrumentation.probe;

import io.obsagent.telemetry.Operation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Serves a request. */
@Weave(type = "Probe", method = "request")
final class RequestHandler extends Handler {
    private final Requests requests;

    RequestHandler(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object name, Object body, Object c, Object d) {
        return requests.begin((String) name);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Operation operation = (Operation) scope;
        operation.detach();
        operation.end(null);
        return result;
    }
}
