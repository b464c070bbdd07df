package io.obsagent.instrumentation.jetty9;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.eclipse.jetty.server.HttpChannel;

/** The channel has finished a request, asynchronous or not. */
@Weave(type = "org.eclipse.jetty.server.HttpChannel", method = "onCompleted", parameters = {})
final class CompletedHandler extends Handler {
    private final JettyRequests requests;

    CompletedHandler(JettyRequests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        requests.completed((HttpChannel) self);
        return null;
    }
}
