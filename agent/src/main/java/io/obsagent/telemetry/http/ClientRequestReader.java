package io.obsagent.telemetry.http;

import io.obsagent.telemetry.propagation.Getter;

/**
 * How the request of one client library is read. Stateless; methods are called on the application's thread and may
 * return null for what the request does not tell.
 *
 * @param <Q> the library's request
 */
public interface ClientRequestReader<Q> extends Getter<Q> {
    String method(Q request);

    String scheme(Q request);

    /** As written in the URL; an IPv6 address may be in brackets. */
    String host(Q request);

    /** 0 or less for the default port of the scheme. */
    int port(Q request);

    /** The absolute URL as the application wrote it, credentials included; asked for sampled operations only. */
    String url(Q request);
}
