package io.obsagent.profile.model;

import java.util.List;

/** All profiles of one stretch of time. */
public final class ProfileWindow {
    /** Nanoseconds since 1970. */
    public final long startNanos;
    public final long durationNanos;
    public final FrameTable frames;
    public final List<Profile> profiles;

    public ProfileWindow(long startNanos, long durationNanos, FrameTable frames, List<Profile> profiles) {
        this.startNanos = startNanos;
        this.durationNanos = durationNanos;
        this.frames = frames;
        this.profiles = profiles;
    }

    /** Number of samples of all kinds together. */
    public int sampleCount() {
        int count = 0;
        for (Profile profile : profiles) {
            count += profile.samples.size();
        }
        return count;
    }
}
