package io.obsagent.telemetry.propagation;

/**
 * Reads headers of a carrier (a request, the properties of a message).
 *
 * @param <C> the carrier
 */
public interface Getter<C> {
    /**
     * The value of a header, names compared without case where the protocol does; several values joined by a comma, as
     * HTTP defines it; null when absent.
     */
    String get(C carrier, String name);
}
