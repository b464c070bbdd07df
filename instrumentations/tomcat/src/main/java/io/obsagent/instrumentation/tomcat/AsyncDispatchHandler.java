package io.obsagent.instrumentation.tomcat;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.Resumed;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.coyote.Request;

/** A thread goes on with an asynchronous request: dispatch, completion, time-out, error, I/O readiness. */
@Weave(type = "org.apache.catalina.connector.CoyoteAdapter", method = "asyncDispatch",
        parameters = {"org.apache.coyote.Request", "org.apache.coyote.Response", "..."})
final class AsyncDispatchHandler extends Handler {
    private final TomcatRequests requests;

    AsyncDispatchHandler(TomcatRequests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object request, Object response, Object status, Object d) {
        HttpServerOperation operation = requests.waiting((Request) request);
        if (operation == null) {
            return null;
        }
        operation.exchange(request);
        return operation.resume();
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Resumed resumed = (Resumed) scope;
        resumed.close();
        HttpServerOperation operation = resumed.operation();
        requests.partDone(operation, (Request) operation.exchange());
        return result;
    }
}
