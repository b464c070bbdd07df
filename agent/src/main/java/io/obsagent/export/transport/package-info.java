/**
 * Bytes to a telemetry backend and its verdict back: HTTP/1.1 and gRPC over one plain or TLS connection each.
 *
 * <p>Why our own and not the JVM's clients (numbers in docs/measurements.md): {@code java.net.http} brings some 400 classes, a
 * selector thread and an executor for each exporter; {@code HttpURLConnection} asks the application's cookie handler,
 * authenticator, proxy selector and URL handlers, starts a keep-alive thread, and has no time limit on writes, so that a
 * backend which stops reading holds the worker for ever. An exporter needs one request at a time, on the thread that
 * calls, within one deadline; that fits on a few pages.
 *
 * <p>What may enter: protocols and their parsing. Retries, counting and warnings are the caller's. Nothing here knows what
 * a span is, and no class here starts a thread but {@link io.obsagent.export.transport.DeadlineGuard}.
 */
package io.obsagent.export.transport;
