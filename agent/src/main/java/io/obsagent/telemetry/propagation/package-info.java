/**
 * How trace context travels in headers: one class a format, and {@link io.obsagent.telemetry.propagation.Propagation},
 * which applies those the user chose. Malformed headers are treated as absent, never reported one by one.
 *
 * <p>May enter: formats of headers. No library, no carrier type.
 */
package io.obsagent.telemetry.propagation;
