package io.obsagent.telemetry;

/**
 * Is told when the current operation of a thread changes, and when a sampled operation is about to be handed to the
 * exporter. For profile attribution.
 *
 * <p>Called on every attach and detach of the application's threads, on virtual threads within a mount: it must not
 * allocate, lock, block, load a class or throw.
 */
public interface SwitchListener {
    /** The calling thread now works for {@code to}; null for nothing. */
    void switched(Operation from, Operation to);

    /** The calling virtual thread has just been mounted, and works for {@code current}; null for nothing. */
    void mounted(Operation current);

    /** The calling virtual thread is about to be unmounted from its carrier. */
    void unmounting(Operation current);

    /** The operation has ended and is sampled; attributes may still be set. */
    void ending(Operation operation);
}
