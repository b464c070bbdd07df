package io.obsagent.telemetry.pool;

import io.obsagent.telemetry.AttributeKey;
import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.CounterSeries;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.Observation;
import io.obsagent.telemetry.Observed;
import java.util.ArrayList;
import java.util.List;

/** The metrics of one pool. Does not refer to the pool itself. Thread-safe. */
public final class ConnectionPool {
    static final AttributeKey<String> NAME = AttributeKey.string("db.client.connection.pool.name");
    private static final AttributeKey<String> STATE = AttributeKey.string("db.client.connection.state");
    private static final AttributeKey<String> OLD_NAME = AttributeKey.string("pool.name");
    private static final AttributeKey<String> OLD_STATE = AttributeKey.string("state");

    private final Attributes attributes;
    private final Histogram createTimes;
    private final HistogramSeries waitTime;
    private final HistogramSeries useTime;
    private final CounterSeries timeouts;
    /** Kept here so that they live exactly as long as what is remembered of the pool. */
    private final List<Observation<?>> observations = new ArrayList<>();

    ConnectionPool(ConnectionPools pools, String name) {
        attributes = Attributes.builder().put(NAME, name).build();
        createTimes = pools.createTime;
        waitTime = pools.waitTime.series(attributes);
        useTime = pools.useTime.series(attributes);
        timeouts = pools.timeouts.series(attributes);
    }

    /** Made when it is needed: a pool attached to late may never open another connection. */
    HistogramSeries createTime() {
        return createTimes.series(attributes);
    }

    /** Somebody got a connection after waiting this long. */
    public void waited(long nanos) {
        waitTime.record(nanos);
    }

    /** Somebody gave a connection back after using it this long. */
    public void used(long nanos) {
        useTime.record(nanos);
    }

    /** Somebody waited for a connection in vain. */
    public void timedOut() {
        timeouts.add(1);
    }

    <P> void observe(ConnectionPools pools, P pool, PoolNumbers<P> numbers) {
        add(pools.count, state("used"), pool, numbers, Number.USED);
        add(pools.count, state("idle"), pool, numbers, Number.IDLE);
        add(pools.max, attributes, pool, numbers, Number.MAX);
        add(pools.idleMin, attributes, pool, numbers, Number.IDLE_MIN);
        add(pools.pending, attributes, pool, numbers, Number.PENDING);
        if (pools.oldUsage != null) {
            Attributes old = Attributes.builder().put(OLD_NAME, attributes.get(NAME)).build();
            add(pools.oldUsage, old.with().put(OLD_STATE, "used").build(), pool, numbers, Number.USED);
            add(pools.oldUsage, old.with().put(OLD_STATE, "idle").build(), pool, numbers, Number.IDLE);
        }
    }

    private Attributes state(String state) {
        return attributes.with().put(STATE, state).build();
    }

    /** One of the numbers of a pool. */
    private enum Number {
        USED,
        IDLE,
        MAX,
        IDLE_MIN,
        PENDING;

        <P> long of(P pool, PoolNumbers<P> numbers) {
            switch (this) {
                case USED:
                    return numbers.used(pool);
                case IDLE:
                    return numbers.idle(pool);
                case MAX:
                    return numbers.max(pool);
                case IDLE_MIN:
                    return numbers.idleMin(pool);
                default:
                    return numbers.pending(pool);
            }
        }
    }

    private <P> void add(Observed observed, Attributes attributes, P pool, PoolNumbers<P> numbers, Number number) {
        if (number.of(pool, numbers) < 0) {
            return; // this kind of pool does not tell
        }
        Observation<P> observation = new Observation<P>(pool, attributes) {
            @Override
            protected long read(P object) {
                return number.of(object, numbers);
            }
        };
        observations.add(observation);
        observed.add(observation);
    }
}
