package io.obsagent.instrumentation.jetty9;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.eclipse.jetty.server.HttpChannel;

/** The connection broke under a response. */
@Weave(type = "org.eclipse.jetty.server.HttpChannel", method = "abort", parameters = "java.lang.Throwable")
final class AbortHandler extends Handler {
    private final JettyRequests requests;

    AbortHandler(JettyRequests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object failure, Object b, Object c, Object d) {
        requests.aborted((HttpChannel) self, (Throwable) failure);
        return null;
    }
}
