package io.obsagent.instrumentation.probe;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Answers which request the calling thread works for. */
@Weave(type = "Probe", method = "current", replacesResult = true)
final class CurrentHandler extends Handler {
    private final Requests requests;

    CurrentHandler(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return this;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        return requests.current();
    }
}
