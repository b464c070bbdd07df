package io.obsagent.instrumentation.tomcat;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.coyote.Request;

/** Every request enters Tomcat here, with its headers read and before any application is looked for. */
@Weave(type = "org.apache.catalina.connector.CoyoteAdapter", method = "service",
        parameters = {"org.apache.coyote.Request", "org.apache.coyote.Response"})
final class ServiceHandler extends Handler {
    private final TomcatRequests requests;

    ServiceHandler(TomcatRequests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object request, Object response, Object c, Object d) {
        HttpServerOperation operation = requests.begin((Request) request);
        if (operation != null) {
            operation.attach();
        }
        return operation;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        HttpServerOperation operation = (HttpServerOperation) scope;
        operation.detach();
        requests.partDone(operation, (Request) operation.exchange());
        return result;
    }
}
