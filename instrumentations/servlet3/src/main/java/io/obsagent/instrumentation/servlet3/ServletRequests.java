package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.Resumed;
import javax.servlet.DispatcherType;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletRequestWrapper;
import javax.servlet.ServletResponse;

/**
 * The operation that a servlet request belongs to. The scope of a call is the operation itself where the server made it
 * the thread's context already, else what undoes making it so.
 */
final class ServletRequests {
    private final HttpServerTelemetry http;
    private final UnknownContainer unknown;

    ServletRequests(HttpServerTelemetry http, UnknownContainer unknown) {
        this.http = http;
        this.unknown = unknown;
    }

    /** Keeps the thread's operation, which it returns, for the threads that go on with the request. */
    HttpServerOperation goesAsync(ServletRequest request) {
        HttpServerOperation current = http.current();
        if (current != null) {
            http.keep(innermost(request), current);
        }
        return current;
    }

    /** Null where the call is of no interest: no request that was seen to begin, or the page that reports an error. */
    Object enter(ServletRequest request, ServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return null; // it has a mapping of its own and succeeds, neither of which is the request's
        }
        HttpServerOperation current = http.current();
        if (current != null) {
            return current;
        }
        HttpServerOperation other = http.kept(innermost(request));
        if (other != null && !other.ended()) {
            return other.resume();
        }
        return request.getDispatcherType() == DispatcherType.REQUEST ? unknown.begin(request, response) : null;
    }

    static HttpServerOperation operation(Object scope) {
        if (scope instanceof Resumed) {
            return ((Resumed) scope).operation();
        }
        return scope instanceof BegunRequest ? ((BegunRequest) scope).operation : (HttpServerOperation) scope;
    }

    static void exit(Object scope, Throwable thrown) {
        operation(scope).thrown(cause(thrown));
        if (scope instanceof Resumed) {
            ((Resumed) scope).close();
        } else if (scope instanceof BegunRequest) {
            ((BegunRequest) scope).returned(thrown);
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
