package io.obsagent.telemetry.http;

import io.obsagent.config.HttpSettings;
import io.obsagent.config.SemconvSettings;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.LabelCap;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.propagation.Propagation;
import java.util.List;

/**
 * Starts the operations of HTTP clients, for every client library the same way; {@link HttpClientOperation} ends them.
 * Series are those of {@code http.client.request.duration}. Thread-safe.
 */
public final class HttpClientTelemetry {
    /** Exception classes are few; what exceeds this is generated and must not make series. */
    private static final int MOST_ERROR_TYPES = 100;

    final Propagation propagation;
    final HeaderCapture requestHeaders;
    final HeaderCapture responseHeaders;
    final LabelCap errorTypes = new LabelCap(MOST_ERROR_TYPES);
    final boolean oldNamesToo;
    private final Telemetry telemetry;
    private final HttpMethods methods;
    private final HttpOrigins origins;
    private final ThreadLocal<HttpClientOperation> attached = new ThreadLocal<>();

    public HttpClientTelemetry(Telemetry telemetry, Propagation propagation, HttpSettings settings,
            SemconvSettings semconv) {
        this.telemetry = telemetry;
        this.propagation = propagation;
        this.methods = new HttpMethods(settings);
        this.requestHeaders = HeaderCapture.ofRequests(settings.clientRequestHeaders);
        this.responseHeaders = HeaderCapture.ofResponses(settings.clientResponseHeaders);
        this.oldNamesToo = semconv.oldHttpToo;
        this.origins = new HttpOrigins(telemetry.metrics(), oldNamesToo);
    }

    /**
     * Starts the operation of a request that is about to be sent, as a child of what the thread works for.
     *
     * @return null when the call is to be left alone: it is the agent's own, part of another client's call, or has no
     *     host to be sent to
     */
    public <Q> HttpClientOperation start(Q request, ClientRequestReader<Q> reader) {
        String host = reader.host(request);
        if (host == null || host.isEmpty()) {
            return null;
        }
        Operation operation = telemetry.thread().start(Layer.HTTP_CLIENT, Kind.CLIENT);
        if (operation == null) {
            return null;
        }
        String method = reader.method(request);
        String label = method == null ? HttpMethods.OTHER : methods.label(method);
        HttpOrigin origin = origins.of(reader.scheme(request), host, reader.port(request));
        if (operation.sampled()) {
            describe(operation, origin, method, label, FullUrl.redacted(reader.url(request)));
            requestHeaders.record(operation, request, reader);
        }
        return new HttpClientOperation(this, operation, origin, label);
    }

    /** Every header that {@link HttpClientOperation#inject} may write. */
    public List<String> headerNames() {
        return propagation.fields();
    }

    /** The operation whose library is at work on this thread, null for none. */
    public HttpClientOperation attached() {
        return attached.get();
    }

    void attached(HttpClientOperation operation) {
        attached.set(operation); // null too: removing the entry would make a new one with each call
    }

    private void describe(Operation operation, HttpOrigin origin, String method, String label, String url) {
        operation.set(HttpAttributes.METHOD, label);
        if (label.equals(HttpMethods.OTHER)) {
            operation.set(HttpAttributes.METHOD_ORIGINAL, method);
        }
        operation.setAll(origin.ofSpans());
        operation.set(HttpAttributes.FULL_URL, url);
        UrlTemplate template = origin.template(url);
        if (template == null) {
            operation.name(HttpMethods.inName(label));
        } else {
            operation.name(template.spanName(label));
            operation.set(HttpAttributes.URL_TEMPLATE, template.text);
        }
        if (oldNamesToo) {
            operation.set(HttpAttributes.OLD_METHOD, method);
            operation.set(HttpAttributes.OLD_URL, url);
        }
    }
}
