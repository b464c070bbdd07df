package io.obsagent.telemetry.pool;

import io.obsagent.config.SemconvSettings;
import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Counter;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.LabelCap;
import io.obsagent.telemetry.Metrics;
import io.obsagent.telemetry.Observed;
import io.obsagent.telemetry.Telemetry;

/** The metrics of all connection pools in the process. Thread-safe. */
public final class ConnectionPools {
    private static final double[] BOUNDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};
    private static final int MOST_POOLS = 100;

    final Histogram createTime;
    final Histogram waitTime;
    final Histogram useTime;
    final Counter timeouts;
    final Observed count;
    final Observed max;
    final Observed idleMin;
    final Observed pending;
    /** The name of before the stable conventions; null unless it is asked for. */
    final Observed oldUsage;

    private final LabelCap names = new LabelCap(MOST_POOLS);
    private final ThreadLocal<Opening> openings = new ThreadLocal<>();

    public ConnectionPools(Telemetry telemetry, SemconvSettings semconv) {
        Metrics metrics = telemetry.metrics();
        createTime = metrics.durations("db.client.connection.create_time",
                "The time it took to create a new connection.", BOUNDS);
        waitTime = metrics.durations("db.client.connection.wait_time",
                "The time it took to obtain an open connection from the pool.", BOUNDS);
        useTime = metrics.durations("db.client.connection.use_time",
                "The time between borrowing a connection and returning it to the pool.", BOUNDS);
        timeouts = metrics.counter("db.client.connection.timeouts", "{timeout}",
                "The number of connection timeouts that have occurred trying to obtain a connection from the pool.");
        count = metrics.observed("db.client.connection.count", "{connection}",
                "The number of connections that are currently in state described by the state attribute.",
                Observed.Form.UP_DOWN_COUNTER);
        max = metrics.observed("db.client.connection.max", "{connection}",
                "The maximum number of open connections allowed.", Observed.Form.UP_DOWN_COUNTER);
        idleMin = metrics.observed("db.client.connection.idle.min", "{connection}",
                "The minimum number of idle open connections allowed.", Observed.Form.UP_DOWN_COUNTER);
        pending = metrics.observed("db.client.connection.pending_requests", "{request}",
                "The number of current pending requests for an open connection.", Observed.Form.UP_DOWN_COUNTER);
        oldUsage = semconv.oldDatabaseToo
                ? metrics.observed("db.client.connections.usage", "{connection}",
                        "The number of connections that are currently in state described by the state attribute.",
                        Observed.Form.UP_DOWN_COUNTER)
                : null;
    }

    /**
     * The metrics of one pool; its numbers are read as long as it lives.
     *
     * @param name what the application calls the pool
     */
    public <P> ConnectionPool open(P pool, String name, PoolNumbers<P> numbers) {
        ConnectionPool metrics = new ConnectionPool(this, names.fold(name));
        metrics.observe(this, pool, numbers);
        return metrics;
    }

    /** Where the time to open connections without a pool is recorded, under the name that such a pool would be given. */
    public HistogramSeries createTime(String name) {
        return createTime.series(Attributes.builder().put(ConnectionPool.NAME, names.fold(name)).build());
    }

    /** What this thread opens a connection for; null for no pool. */
    public Opening opening() {
        Opening opening = openings.get();
        return opening == null || opening.pool == null ? null : opening;
    }

    /** Whether this thread works for a pool and not for somebody who uses one. */
    boolean worksForPool() {
        return openings.get() != null;
    }

    Opening open(ConnectionPool pool) {
        Opening opening = new Opening(this, pool, openings.get());
        openings.set(opening);
        return opening;
    }

    void closed(Opening opening) {
        if (opening.outer == null) {
            openings.remove();
        } else {
            openings.set(opening.outer);
        }
    }
}
