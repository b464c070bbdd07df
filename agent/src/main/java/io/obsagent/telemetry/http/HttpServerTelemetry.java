package io.obsagent.telemetry.http;

import io.obsagent.config.HttpSettings;
import io.obsagent.config.SemconvSettings;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.ThreadState;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.propagation.MalformedHeaders;
import io.obsagent.telemetry.propagation.Propagation;

/**
 * Starts the operation of a request that a server received; what HTTP server handlers are given. One for all
 * libraries. Thread-safe.
 */
public final class HttpServerTelemetry {
    final HeaderCapture responseHeaders;
    final boolean oldNames;
    final ServedSeries.Table series;
    final ActiveRequests active;
    final ParameterCapture parameters;
    final MountedRoutes mounted = new MountedRoutes();

    private final Telemetry telemetry;
    private final Propagation propagation;
    private final MalformedHeaders malformed;
    private final HttpMethods methods;
    private final PathRules ignored;
    private final boolean serverTiming;
    private final ServerRequestAttributes attributes;
    private final WeakTable<Object, HttpServerOperation> kept = new WeakTable<>();
    private volatile boolean serverKnown;
    private final NoRequest noRequest = new NoRequest();

    public HttpServerTelemetry(Telemetry telemetry, Propagation propagation, HttpSettings http, SemconvSettings semconv) {
        this.telemetry = telemetry;
        this.propagation = propagation;
        this.malformed = new MalformedHeaders(telemetry.metrics());
        this.methods = new HttpMethods(http);
        this.ignored = new PathRules(http.ignoredPaths);
        this.serverTiming = http.serverTiming;
        this.oldNames = semconv.oldHttpToo;
        this.attributes = new ServerRequestAttributes(HeaderCapture.ofRequests(http.serverRequestHeaders), oldNames);
        this.responseHeaders = HeaderCapture.ofResponses(http.serverResponseHeaders);
        this.parameters = new ParameterCapture(http.servletParameters);
        this.series = new ServedSeries.Table(telemetry);
        this.active = new ActiveRequests(telemetry);
    }

    /** The request that the calling thread serves; null for none. */
    public HttpServerOperation current() {
        Operation operation = telemetry.thread().enclosing(Layer.HTTP_SERVER);
        return operation == null ? null : (HttpServerOperation) operation.subject();
    }

    /**
     * Starts the operation of a request, whatever the calling thread did before. For the outermost place of a server
     * that sees each request once; it is not attached yet.
     *
     * @return null when the thread is muted
     */
    public <R> HttpServerOperation start(R request, HttpRequestReader<R> reader) {
        if (!serverKnown) {
            serverKnown = true;
        }
        return begin(request, reader);
    }

    /**
     * As {@link #start}, for an interface of applications that runs on many servers.
     *
     * @return null also where a server's own module starts requests: what it did not start is none
     */
    public <R> HttpServerOperation startOnUnknownServer(R request, HttpRequestReader<R> reader) {
        return serverKnown ? null : begin(request, reader);
    }

    /** Keeps the operation for the threads that go on with a request of a library, under whatever class loader. */
    public void keep(Object request, HttpServerOperation operation) {
        kept.put(request, operation);
    }

    /** What was kept for a request; null for nothing. */
    public HttpServerOperation kept(Object request) {
        return kept.get(request);
    }

    private <R> HttpServerOperation begin(R request, HttpRequestReader<R> reader) {
        ThreadState thread = telemetry.thread();
        if (thread.muted()) {
            return null;
        }
        RemoteContext remote = propagation.extract(request, reader, malformed);
        Operation operation = isNoise(request, reader, remote)
                ? thread.startEntryUnsampled(Layer.HTTP_SERVER, Kind.SERVER, remote)
                : thread.startEntry(Layer.HTTP_SERVER, Kind.SERVER, remote);
        String method = methods.label(reader.method(request));
        String scheme = scheme(request, reader);
        String version = HttpProtocol.version(reader.protocol(request));
        HttpServerOperation started = new HttpServerOperation(this, operation, method, scheme, version);
        operation.subject(started);
        active.add(method, scheme, 1);
        if (operation.sampled()) {
            operation.name(HttpMethods.inName(method));
            attributes.record(operation, request, reader, method, scheme, version);
        }
        return started;
    }

    /** The server answered bytes in which it found no request (a malformed head): counted, and no span. */
    public void refused(boolean secure, int status) {
        HttpServerOperation refused = start(secure, noRequest);
        if (refused != null) {
            refused.end(status);
        }
    }

    /**
     * Requests the user does not want to see, pre-flights of browsers, which belong to no trace, and bytes that a
     * server answers without having found a request in them, of which a span would say nothing.
     */
    private <R> boolean isNoise(R request, HttpRequestReader<R> reader, RemoteContext remote) {
        if (reader.method(request) == null) {
            return true;
        }
        if (!ignored.isEmpty() && ignored.match(reader.path(request))) {
            return true;
        }
        return "OPTIONS".equals(reader.method(request)) && (remote == null || !remote.hasSpan())
                && reader.get(request, "access-control-request-method") != null;
    }

    private static <R> String scheme(R request, HttpRequestReader<R> reader) {
        String forwarded = known(Forwarded.scheme(request, reader));
        if (forwarded != null) {
            return forwarded;
        }
        String own = known(reader.scheme(request));
        return own == null ? "http" : own;
    }

    /** The scheme is a label of every series, and a header may claim anything. */
    private static String known(String scheme) {
        if ("http".equalsIgnoreCase(scheme)) {
            return "http";
        }
        if ("https".equalsIgnoreCase(scheme)) {
            return "https";
        }
        if ("ws".equalsIgnoreCase(scheme)) {
            return "ws";
        }
        return "wss".equalsIgnoreCase(scheme) ? "wss" : null;
    }

    /** The context of the calling thread. */
    ThreadState thread() {
        return telemetry.thread();
    }

    boolean serverTiming() {
        return serverTiming;
    }
}
