package io.obsagent.profile.model;

import java.util.ArrayList;
import java.util.List;

/** One profile over several windows. Not thread-safe. */
public final class WindowMerge {
    private final ProfileKind kind;
    private final FrameTable frames = new FrameTable();
    private final List<Sample> samples = new ArrayList<>();
    private long period = 1;
    private long startNanos = Long.MAX_VALUE;
    private long endNanos;

    public WindowMerge(ProfileKind kind) {
        this.kind = kind;
    }

    /** Adds what the window has of the kind. */
    public void add(ProfileWindow window) {
        startNanos = Math.min(startNanos, window.startNanos);
        endNanos = Math.max(endNanos, window.startNanos + window.durationNanos);
        for (Profile profile : window.profiles) {
            if (profile.kind == kind) {
                period = profile.period;
                for (Sample sample : profile.samples) {
                    samples.add(new Sample(renumbered(window.frames, sample.frames), sample.span, sample.count, sample.value));
                }
            }
        }
    }

    /** Has one profile, possibly an empty one. */
    public ProfileWindow merged() {
        long start = Math.min(startNanos, endNanos);
        return new ProfileWindow(start, endNanos - start, frames, List.of(new Profile(kind, period, samples)));
    }

    private int[] renumbered(FrameTable from, int[] stack) {
        int[] numbers = new int[stack.length];
        for (int i = 0; i < stack.length; i++) {
            numbers[i] = frames.number(from.function(stack[i]), from.line(stack[i]));
        }
        return numbers;
    }
}
