package io.obsagent.telemetry.pool;

/**
 * Reads one kind of pool; called on the exporter's thread, must not block. A negative number means that this pool does
 * not tell.
 *
 * @param <P> the pool
 */
public interface PoolNumbers<P> {
    long used(P pool);

    long idle(P pool);

    long pending(P pool);

    long max(P pool);

    long idleMin(P pool);
}
