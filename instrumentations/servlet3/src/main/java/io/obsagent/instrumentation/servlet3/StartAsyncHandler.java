package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.servlet.AsyncContext;
import javax.servlet.ServletRequest;

/** From here on a request may go on with other threads. */
@Weave(type = "javax.servlet.ServletRequest", implementors = true, method = "startAsync")
final class StartAsyncHandler extends Handler {
    private final ServletRequests requests;

    StartAsyncHandler(ServletRequests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return requests.goesAsync((ServletRequest) self);
    }

    @Override
    public Object exit(Object operation, Object started, Throwable thrown) {
        if (started != null) {
            UnknownContainer.wentAsync((HttpServerOperation) operation, (AsyncContext) started);
        }
        return started;
    }
}
