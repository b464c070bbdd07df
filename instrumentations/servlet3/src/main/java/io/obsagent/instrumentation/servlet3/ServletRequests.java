package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.Resumed;
import javax.servlet.DispatcherType;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletRequestWrapper;

/**
 * The operation that a servlet request belongs to. The scope of a call is the operation itself where the server made it
 * the thread's context already, else what undoes making it so.
 */
final class ServletRequests {
    private final WeakTable<ServletRequest, HttpServerOperation> asynchronous = new WeakTable<>();
    private final HttpServerTelemetry http;

    ServletRequests(HttpServerTelemetry http) {
        this.http = http;
    }

    /** Remembers the thread's operation for the threads that go on with the request. */
    void goesAsync(ServletRequest request) {
        HttpServerOperation current = http.current();
        if (current != null) {
            asynchronous.put(innermost(request), current);
        }
    }

    /** Null where the call is of no interest: no server of ours, or the page that reports an error. */
    Object enter(ServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return null; // it has a mapping of its own and succeeds, neither of which is the request's
        }
        HttpServerOperation current = http.current();
        if (current != null) {
            return current;
        }
        HttpServerOperation other = asynchronous.get(innermost(request));
        return other == null || other.ended() ? null : other.resume();
    }

    static HttpServerOperation operation(Object scope) {
        return scope instanceof Resumed ? ((Resumed) scope).operation() : (HttpServerOperation) scope;
    }

    static void exit(Object scope, Throwable thrown) {
        operation(scope).thrown(cause(thrown));
        if (scope instanceof Resumed) {
            ((Resumed) scope).close();
        }
    }

    private static Throwable cause(Throwable thrown) {
        if (thrown instanceof ServletException && ((ServletException) thrown).getRootCause() != null) {
            return ((ServletException) thrown).getRootCause(); // frameworks wrap to get through the signature
        }
        return thrown;
    }

    /** The container's own request, the same one on every thread. */
    private static ServletRequest innermost(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper) {
            inner = ((ServletRequestWrapper) inner).getRequest();
        }
        return inner;
    }
}
