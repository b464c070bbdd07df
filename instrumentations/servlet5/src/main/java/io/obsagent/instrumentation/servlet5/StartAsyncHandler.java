package io.obsagent.instrumentation.servlet5;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import jakarta.servlet.ServletRequest;

/** From here on a request may go on with other threads. */
@Weave(type = "jakarta.servlet.ServletRequest", implementors = true, method = "startAsync")
final class StartAsyncHandler extends Handler {
    private final ServletRequests requests;

    StartAsyncHandler(ServletRequests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        requests.goesAsync((ServletRequest) self);
        return null;
    }
}
