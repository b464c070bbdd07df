package io.obsagent.telemetry.http;

import io.obsagent.telemetry.propagation.Getter;

/**
 * How the response of one client library is read, its body never. Stateless.
 *
 * @param <R> the library's response
 */
public interface ClientResponseReader<R> extends Getter<R> {
    /** 0 or less when there is none. */
    int status(R response);

    /** The protocol in any spelling ({@code HTTP/1.1}, {@code h2}); null when the library does not tell. */
    String protocol(R response);
}
