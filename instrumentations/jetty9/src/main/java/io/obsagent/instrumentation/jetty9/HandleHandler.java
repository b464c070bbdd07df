package io.obsagent.instrumentation.jetty9;

import io.obsagent.telemetry.http.Resumed;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.eclipse.jetty.server.HttpChannel;

/** Every request enters Jetty here, and again when it was dispatched asynchronously. */
@Weave(type = "org.eclipse.jetty.server.Server", method = {"handle", "handleAsync"},
        parameters = "org.eclipse.jetty.server.HttpChannel")
final class HandleHandler extends Handler {
    private final JettyRequests requests;

    HandleHandler(JettyRequests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object channel, Object b, Object c, Object d) {
        return requests.serve((HttpChannel) channel);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Resumed serving = (Resumed) scope;
        serving.operation().escaped(thrown);
        serving.close();
        return result;
    }
}
