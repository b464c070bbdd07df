package io.obsagent.telemetry.propagation;

/**
 * Writes headers into a carrier, replacing what is there under that name.
 *
 * @param <C> the carrier
 */
public interface Setter<C> {
    void set(C carrier, String name, String value);
}
