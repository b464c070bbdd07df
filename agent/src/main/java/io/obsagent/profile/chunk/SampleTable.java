package io.obsagent.profile.chunk;

import io.obsagent.profile.attribution.SpanRef;
import io.obsagent.profile.model.FrameTable;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.Sample;
import io.obsagent.profile.model.SpanLabel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import one.jfr.JfrReader;
import one.jfr.StackTrace;

/** Adds up the events of one chunk by kind, stack and span. */
final class SampleTable {
    private final JfrReader chunk;
    private final Function<SpanRef, SpanLabel> labelling;
    private final FrameNames names;
    private final FrameTable frames = new FrameTable();
    private final Map<Integer, int[]> stacks = new HashMap<>();
    private final Map<ProfileKind, Map<Key, Sum>> sums = new EnumMap<>(ProfileKind.class);

    /** @param labelling what samples of a span say of it; asked once for each, when all are added */
    SampleTable(JfrReader chunk, Function<SpanRef, SpanLabel> labelling) {
        this.chunk = chunk;
        this.labelling = labelling;
        this.names = new FrameNames(chunk);
    }

    /** @param span null if unattributed */
    void add(ProfileKind kind, int stackId, SpanRef span, double count, double value) {
        Sum sum = sums.computeIfAbsent(kind, any -> new HashMap<>()).computeIfAbsent(new Key(stackId, span), any -> new Sum());
        sum.count += count;
        sum.value += value;
    }

    String className(long classId) {
        return names.ofClass(classId);
    }

    /** Whether a virtual thread was sampled: such a stack ends where the carrier entered it. */
    boolean ofVirtualThread(int stackId) {
        StackTrace trace = chunk.stackTraces.get(stackId);
        int depth = trace == null ? 0 : trace.methods.length;
        return depth > 0 && names.of(trace.methods[depth - 1]).startsWith("jdk/internal/vm/Continuation.enter");
    }

    /** Whether the thread was parked, for a lock or for anything else, rather than waiting for a monitor. */
    boolean ofParked(int stackId) {
        StackTrace trace = chunk.stackTraces.get(stackId);
        return trace != null && trace.methods.length > 0 && names.of(trace.methods[0]).endsWith("/Unsafe.park");
    }

    FrameTable frames() {
        return frames;
    }

    List<Profile> profiles(SamplingPeriods periods) {
        List<Profile> profiles = new ArrayList<>();
        Map<SpanRef, SpanLabel> labels = new HashMap<>();
        for (Map.Entry<ProfileKind, Map<Key, Sum>> kind : sums.entrySet()) {
            List<Sample> samples = new ArrayList<>(kind.getValue().size());
            for (Map.Entry<Key, Sum> entry : kind.getValue().entrySet()) {
                Key key = entry.getKey();
                SpanLabel label = key.span == null ? null : labels.computeIfAbsent(key.span, labelling);
                Sum sum = entry.getValue();
                samples.add(new Sample(stack(key.stackId), label, Math.round(sum.count), Math.round(sum.value)));
            }
            profiles.add(new Profile(kind.getKey(), period(kind.getKey(), periods), samples));
        }
        return profiles;
    }

    private int[] stack(int stackId) {
        return stacks.computeIfAbsent(stackId, this::readStack);
    }

    private int[] readStack(int stackId) {
        StackTrace trace = chunk.stackTraces.get(stackId);
        if (trace == null) {
            return new int[] {frames.number("[unknown]", 0)};
        }
        int[] numbers = new int[trace.methods.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = frames.number(names.of(trace.methods[i]), trace.locations[i] >>> 16);
        }
        return numbers;
    }

    private static long period(ProfileKind kind, SamplingPeriods periods) {
        switch (kind) {
            case CPU:
                return periods.cpuNanos;
            case WALL:
                return periods.wallNanos;
            case ALLOC:
            case LIVE:
                return periods.allocBytes;
            default:
                return 1;
        }
    }

    private static final class Sum {
        double count;
        double value;
    }

    private static final class Key {
        final int stackId;
        final SpanRef span;

        Key(int stackId, SpanRef span) {
            this.stackId = stackId;
            this.span = span;
        }

        @Override
        public boolean equals(Object other) {
            Key that = (Key) other;
            return stackId == that.stackId && (span == null ? that.span == null : span.equals(that.span));
        }

        @Override
        public int hashCode() {
            return stackId * 31 + (span == null ? 0 : span.hashCode());
        }
    }
}
