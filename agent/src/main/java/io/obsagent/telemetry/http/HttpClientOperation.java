package io.obsagent.telemetry.http;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.Setter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * One call of an HTTP client. It ends once, by {@link #responded}, {@link #failed} or {@link #cancelled}, on any
 * thread; whichever comes later does nothing.
 *
 * <p>A call that the library repeats by itself (redirect, retry, authentication) is one operation with the original
 * URL; {@link #attempted} counts, and the repetitions are its {@code http.request.resend_count}.
 */
public final class HttpClientOperation {
    private static final UserInfoCleaner MESSAGES = new UserInfoCleaner();

    private final HttpClientTelemetry client;
    private final Operation operation;
    private final HttpOrigin origin;
    private final String method;
    private int attempts;

    HttpClientOperation(HttpClientTelemetry client, Operation operation, HttpOrigin origin, String method) {
        this.client = client;
        this.operation = operation;
        this.origin = origin;
        this.method = method;
    }

    /** Makes it the context of the calling thread, so that clients inside this client are part of it. */
    public void attach() {
        operation.attach();
        client.attached(this);
    }

    /** Ends {@link #attach}, on the same thread. */
    public void detach() {
        client.attached(null);
        operation.detach();
    }

    /** Whom the call is made for, null for nobody. */
    public Operation caller() {
        return operation.parent();
    }

    /** What the library's handlers need of their own to end it; forgotten at the end. */
    public Object exchange() {
        return operation.subject();
    }

    public void exchange(Object ofTheLibrary) {
        operation.subject(ofTheLibrary);
    }

    /**
     * Writes the trace context into the headers of the request, or of whatever stands for it. A request that takes no
     * headers any more goes without: the call matters more than the trace.
     */
    public <C> void inject(C carrier, Setter<C> headers) {
        try {
            client.propagation.inject(operation, carrier, headers);
        } catch (IllegalStateException | UnsupportedOperationException e) {
            return;
        }
    }

    /** Records the configured headers of a request that was still without them when its operation started. */
    public <C> void capture(C request, Getter<C> headers) {
        client.requestHeaders.record(operation, request, headers);
    }

    /** The request goes onto the wire, for the first time or once more. */
    public void attempted() {
        attempts++;
    }

    /** How often the request went onto the wire, where the library tells at the end. */
    public void attempts(int times) {
        attempts = times;
    }

    public boolean ended() {
        return operation.ended();
    }

    /** Whether a span is recorded. */
    public boolean sampled() {
        return operation.sampled();
    }

    /** The library tells whom it is connected to: the other side itself or a proxy, of the latest attempt. */
    public void connectedTo(SocketAddress peer) {
        if (peer instanceof InetSocketAddress) {
            InetSocketAddress address = (InetSocketAddress) peer;
            connectedTo(address.getAddress(), address.getPort());
        }
    }

    /**
     * As {@link #connectedTo(SocketAddress)}.
     *
     * @param address null where it is not known
     */
    public void connectedTo(InetAddress address, int port) {
        if (address != null && operation.sampled() && !operation.ended()) {
            Peer known = origin.peer(address, port);
            operation.set(HttpAttributes.PEER_ADDRESS, known.host);
            operation.set(HttpAttributes.PEER_PORT, known.port);
        }
    }

    /**
     * As {@link #connectedTo(SocketAddress)}.
     *
     * @param address not a name; null where there is none, as for a Unix socket
     */
    public void connectedTo(String address, int port) {
        if (address != null && operation.sampled() && !operation.ended()) {
            operation.set(HttpAttributes.PEER_ADDRESS, address);
            operation.set(HttpAttributes.PEER_PORT, port);
        }
    }

    /** The headers of the final response are there. */
    public <R> void responded(R response, ClientResponseReader<R> reader) {
        if (operation.ended()) {
            return;
        }
        int code = reader.status(response);
        String status = HttpStatusCodes.text(code);
        String protocol = HttpProtocol.version(reader.protocol(response));
        if (!operation.claim()) {
            return;
        }
        try {
            if (operation.sampled()) {
                describe(response, reader, code, protocol);
            }
        } finally {
            finish(status, protocol, code >= 400 ? status : null);
        }
    }

    private <R> void describe(R response, ClientResponseReader<R> reader, int code, String protocol) {
        operation.set(HttpAttributes.PROTOCOL_VERSION, protocol);
        if (HttpStatusCodes.text(code) != null) {
            operation.set(HttpAttributes.STATUS_CODE, code);
        }
        if (client.oldNamesToo) {
            oldNames(code, protocol);
        }
        client.responseHeaders.record(operation, response, reader);
    }

    private void oldNames(int code, String protocol) {
        operation.set(HttpAttributes.OLD_FLAVOR, protocol);
        if (code > 0) {
            operation.set(HttpAttributes.OLD_STATUS_CODE, code);
        }
    }

    /** There is no response; a cancellation by the caller is no error. */
    public void failed(Throwable thrown) {
        Throwable cause = thrown;
        while (isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof CancellationException) {
            cancelled();
        } else if (operation.claim()) {
            try {
                operation.exception(cause, MESSAGES);
            } finally {
                finish(null, null, client.errorTypes.fold(cause.getClass().getName()));
            }
        }
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof CompletionException || thrown instanceof ExecutionException;
    }

    /** The caller gave the call up before there was a response. */
    public void cancelled() {
        if (operation.claim()) {
            finish(null, null, null);
        }
    }

    /** By the thread that has claimed the end alone: two that wrote at once would mix two ends in one span. */
    private void finish(String status, String protocol, String error) {
        if (operation.sampled()) {
            if (attempts > 1) {
                operation.set(HttpAttributes.RESEND_COUNT, attempts - 1);
            }
            if (error != null) {
                operation.set(HttpAttributes.ERROR_TYPE, error);
                operation.error(null);
            }
        }
        operation.finish(origin.series(method, status, protocol, error));
    }
}
