package io.obsagent.profile;

import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.Sample;
import java.io.IOException;
import java.util.List;

/**
 * Proves at start, in this JVM, that a sample finds its span: burns CPU under a span of its own until it was sampled and
 * looks for that span in the chunk. Otherwise profiles would look right and be wrong. Costs 10 to 15 ms of CPU.
 */
final class SelfTest {
    private static final long SPAN = 0x6f62732d73656c66L;
    /** So long it may take, on a very busy machine, to get 10 ms of CPU. */
    private static final long LONGEST_NANOS = 3_000_000_000L;
    /**
     * Two clocks are rounded, so a single sample may lie on the wrong side of its span's beginning. One sample that is found
     * proves that samples find spans. One that is not found proves nothing, and giving up would leave the process without
     * links for good. No sample at all proves enough: this thread is not sampled.
     */
    private static final int ATTEMPTS = 3;

    private SelfTest() {}

    /** Supervisor thread; the session has just been started. */
    static boolean passes(ProfilerSession session, SpanAttribution spans) throws IOException {
        boolean sampled = true;
        for (int attempt = 0; sampled && attempt < ATTEMPTS; attempt++) {
            sampled = burn(spans);
            if (hasOwnSpan(session.rotate())) {
                return true;
            }
        }
        return false;
    }

    /** Whether there was a sample. */
    private static boolean burn(SpanAttribution spans) {
        long start = System.nanoTime();
        spans.switched(SPAN, SPAN, SPAN, SPAN);
        long work = SPAN;
        while (System.nanoTime() - start < LONGEST_NANOS && !spans.sampledSince(start)) {
            for (int i = 0; i < 10_000; i++) {
                work = work * 31 + i;
            }
        }
        spans.switched(work == 0 ? work : 0, 0, 0, 0);
        return spans.sampledSince(start);
    }

    private static boolean hasOwnSpan(List<ProfileWindow> windows) {
        for (ProfileWindow window : windows) {
            for (Profile profile : window.profiles) {
                if (hasOwnSpan(profile)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasOwnSpan(Profile profile) {
        for (Sample sample : profile.samples) {
            if (sample.span != null && sample.span.spanId == SPAN) {
                return true;
            }
        }
        return false;
    }
}
