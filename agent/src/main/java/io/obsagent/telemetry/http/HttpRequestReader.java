package io.obsagent.telemetry.http;

import io.obsagent.telemetry.propagation.Getter;

/**
 * Reads a request that a server received, for one library. Every method may be called at any time while the request is
 * served; none may consume the body or change what the application sees. Stateless, thread-safe.
 *
 * @param <R> the library's request
 */
public interface HttpRequestReader<R> extends Getter<R> {
    /** As sent, in its own case. */
    String method(R request);

    /** Of the connection: {@code http} or {@code https}. */
    String scheme(R request);

    /** As sent, not decoded, without the query. */
    String path(R request);

    /** As sent, without the question mark; null for none. */
    String query(R request);

    /** In any spelling, such as {@code HTTP/1.1}. */
    String protocol(R request);

    /** The address, not the name, of the other end of the connection; null if unknown. */
    String peerAddress(R request);

    /** 0 if unknown. */
    int peerPort(R request);

    /** The {@code Host} header, or what stands for it in HTTP/2. */
    default String authority(R request) {
        return get(request, "host");
    }

    /** A header that comes once: a library that joins repeated ones may have a cheaper way to read it. */
    default String userAgent(R request) {
        return get(request, "user-agent");
    }
}
