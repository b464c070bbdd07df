package io.obsagent.profile;

import io.obsagent.id.Hex;
import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.attribution.SpanSamples;
import io.obsagent.telemetry.AttributeKey;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.SwitchListener;
import io.obsagent.telemetry.Trace;

/**
 * Tells the attribution which recorded operation each thread works for, and puts on a span that was sampled the id by
 * which its profile is found, and its costs. Operations without span count as none.
 */
final class OperationSwitches implements SwitchListener {
    private static final AttributeKey<String> PROFILE_ID = AttributeKey.string(SpanSamples.PROFILE_ID);
    private static final AttributeKey<Long> CPU_MILLIS = AttributeKey.number(SpanSamples.CPU_MILLIS);
    private static final AttributeKey<Long> ALLOCATED_BYTES = AttributeKey.number(SpanSamples.ALLOCATED_BYTES);
    private static final AttributeKey<Long> BLOCKED_MILLIS = AttributeKey.number(SpanSamples.BLOCKED_MILLIS);
    private static final long MILLI = 1_000_000;

    private final SpanAttribution spans;

    OperationSwitches(SpanAttribution spans) {
        this.spans = spans;
    }

    @Override
    public void switched(Operation from, Operation to) {
        if (to != null && to.sampled()) {
            Trace trace = to.trace();
            spans.switched(trace.high(), trace.low(), to.spanId(), trace.root().spanId());
        } else if (from != null && from.sampled()) {
            spans.switched(0, 0, 0, 0);
        }
    }

    /** The first call shows that mounting is reported at all; until then virtual threads are left out. */
    @Override
    public void mounted(Operation current) {
        spans.virtualThreadsReported();
        switched(null, current);
    }

    @Override
    public void unmounting(Operation current) {
        switched(current, null);
    }

    @Override
    public void ending(Operation operation) {
        Operation root = operation.trace().root();
        SpanSamples samples = spans.ended(operation.spanId(), root.spanId(), operation == root ? operation.span().name() : null);
        if (samples == null) {
            return;
        }
        operation.set(PROFILE_ID, Hex.of(samples.profileId));
        set(operation, CPU_MILLIS, millis(samples.cpuNanos));
        set(operation, ALLOCATED_BYTES, samples.allocatedBytes);
        set(operation, BLOCKED_MILLIS, millis(samples.blockedNanos));
    }

    private static long millis(long nanos) {
        return (nanos + MILLI / 2) / MILLI;
    }

    private static void set(Operation operation, AttributeKey<Long> key, long value) {
        if (value > 0) {
            operation.set(key, value);
        }
    }
}
