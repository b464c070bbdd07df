package io.obsagent.telemetry.http;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.Propagation;
import java.util.Map;

/**
 * One request being served: exactly one for each, whatever engine, servlets and frameworks it passes through. Used by
 * one thread at a time, handed over by the server with its request; {@link #end} is safe from any thread and takes
 * effect once.
 */
public final class HttpServerOperation {
    private final HttpServerTelemetry server;
    private final Operation operation;
    private final String method;
    private final String scheme;
    private final String version;
    private String route;
    private RouteSource routeSource;
    /** What was thrown, or what an {@link Answered} holds: one field, because every request pays for each. */
    private Object failure;
    private Object exchange;

    HttpServerOperation(HttpServerTelemetry server, Operation operation, String method, String scheme, String version) {
        this.server = server;
        this.operation = operation;
        this.method = method;
        this.scheme = scheme;
        this.version = version;
    }

    public Operation operation() {
        return operation;
    }

    /** What the library's handlers need of their own to end it (request, response); forgotten at the end. */
    public Object exchange() {
        return exchange;
    }

    public void exchange(Object ofTheLibrary) {
        exchange = ofTheLibrary;
    }

    /** Makes it the context of the thread that starts to serve it, until {@link #detach}. Once. */
    public void attach() {
        operation.attach();
    }

    /** Undoes {@link #attach}, on the same thread. */
    public void detach() {
        operation.detach();
    }

    /** Makes it the context of a thread that goes on serving it; to be closed on that thread. */
    public Resumed resume() {
        return new Resumed(server.thread(), this);
    }

    /**
     * As {@link #route(String, RouteSource)}, for a template that the application knows without the path under which
     * it is mounted.
     *
     * @param context the context path, empty for the root
     * @param mount the path inside the context, empty for none
     */
    public void route(String context, String mount, String template, RouteSource source) {
        if (template != null) {
            route(server.mounted.join(context, mount, template), source);
        }
    }

    /**
     * Names the route. Never a raw path: a template or a mapping, of which there are as many as the application has.
     *
     * @param template null says nothing
     */
    public void route(String template, RouteSource source) {
        if (template == null || template.isEmpty()) {
            return;
        }
        boolean better = routeSource == null || source.compareTo(routeSource) > 0
                || source == RouteSource.ROUTER && routeSource == RouteSource.ROUTER;
        if (better) {
            route = template;
            routeSource = source;
        }
    }

    /**
     * What flies out of the application's code at the moment; null when it was caught again. What is left at the end
     * is the failure of the request.
     */
    public void thrown(Throwable now) {
        if (now != null || !(failure instanceof Answered)) {
            failure = now;
        }
    }

    /**
     * What flew out of everything the server called; null for nothing. What was seen further inside says more and
     * stays.
     */
    public void escaped(Throwable last) {
        if (failure == null) {
            failure = last;
        }
    }

    /**
     * What a framework is about to make an answer of. It says why the request failed if that answer is a server error,
     * and nothing if the application has found another answer for it.
     */
    public void answered(Throwable thrown) {
        failure = thrown == null ? null : new Answered(thrown);
    }

    /** The application read a parameter. */
    public void parameter(String name, String[] values) {
        server.parameters.record(operation, name, values);
    }

    /** The application read all parameters. */
    public void parameters(Map<String, String[]> all) {
        server.parameters.record(operation, all);
    }

    /** The value of the response header {@code Server-Timing}; null when the user did not ask for it. */
    public String serverTiming() {
        return server.serverTiming() ? "traceparent;desc=\"" + Propagation.traceparent(operation) + '"' : null;
    }

    public boolean ended() {
        return operation.ended();
    }

    /** As {@link #end(int, Object, Getter)}, for a server whose response has no headers to read. */
    public boolean end(int status) {
        return end(status, null, null);
    }

    /**
     * Ends it now: the response is complete, or will never be.
     *
     * @param status 0 when no response was sent
     * @param response null when its headers are not to be read any more
     * @return false when it had ended before
     */
    public <S> boolean end(int status, S response, Getter<S> headers) {
        if (!operation.claim()) {
            return false;
        }
        String statusText = HttpStatusCodes.text(status);
        String errorType = errorType(status, statusText);
        ServedSeries series = server.series.of(method, scheme, version, route, statusText, errorType);
        try {
            if (operation.sampled()) {
                record(series, status, statusText != null, errorType);
                server.responseHeaders.record(operation, response, headers);
            }
        } finally {
            operation.finish(series.duration);
            server.active.add(method, scheme, -1);
            exchange = null; // an exported span or a late child must not keep a request with its buffers
        }
        return true;
    }

    /** Ends without any record: it was no request yet, and is going to be started as one. */
    public void discard() {
        if (operation.discard()) {
            server.active.add(method, scheme, -1);
            exchange = null;
        }
    }

    /**
     * An exception that left the application is a failure, unless the server made a client's error of it (4xx); one
     * that a framework answered is if the answer is a server error.
     */
    private String errorType(int status, String statusText) {
        boolean clientError = status >= 400 && status < 500;
        if (failure instanceof Throwable && !clientError) {
            return failure.getClass().getName();
        }
        if (statusText == null) {
            return HttpMethods.OTHER;
        }
        if (status < 500) {
            return null;
        }
        return failure == null ? statusText : exception().getClass().getName();
    }

    private Throwable exception() {
        return failure instanceof Answered ? ((Answered) failure).thrown : (Throwable) failure;
    }

    private void record(ServedSeries series, int status, boolean responded, String errorType) {
        operation.name(series.spanName);
        operation.set(HttpAttributes.ROUTE, route);
        if (responded) {
            operation.set(HttpAttributes.STATUS_CODE, status);
            if (server.oldNames) {
                operation.set(HttpAttributes.OLD_STATUS_CODE, status);
            }
        }
        if (errorType != null) {
            operation.set(HttpAttributes.ERROR_TYPE, errorType);
            operation.error(null);
            operation.exception(exception());
        }
    }

    /** Marks an exception that did not leave the framework. */
    private static final class Answered {
        final Throwable thrown;

        Answered(Throwable thrown) {
            this.thrown = thrown;
        }
    }
}
