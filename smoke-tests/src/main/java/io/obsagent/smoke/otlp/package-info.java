/**
 * The backend that every test sends to: receives OTLP over HTTP and gRPC (and Pyroscope pushes), answers as a test
 * scripts it, keeps everything it got, and lets a test wait for spans and metric points.
 *
 * <p>Room for receiving, decoding and looking at telemetry. Judging it against the semantic conventions belongs to
 * {@code contract}; starting JVMs belongs to {@code harness}. Depends on no other package of the project.
 */
package io.obsagent.smoke.otlp;
