package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.http.HttpServerOperation;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletResponse;

/** Ends an asynchronous request of an {@link UnknownContainer}. */
final class EndListener implements AsyncListener {
    private final HttpServerOperation operation;
    private final HttpServletResponse response;

    EndListener(HttpServerOperation operation, HttpServletResponse response) {
        this.operation = operation;
        this.response = response;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        operation.end(response.getStatus(), response, ServletResponseHeaders.READER);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // The container answers or the application does; both complete the request.
    }

    @Override
    public void onError(AsyncEvent event) {
        operation.escaped(event.getThrowable());
    }

    /** A container forgets its listeners when a dispatched request goes asynchronous again. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
