package io.obsagent.profile;

import io.obsagent.profile.model.FrameTable;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.Sample;
import io.obsagent.profile.model.SpanLabel;
import java.util.ArrayList;
import java.util.List;

/** Made-up windows for tests of what comes after the profiler. */
public final class Windows {
    public static final SpanLabel SPAN = new SpanLabel(0x0102030405060708L, 0x090a0b0c0d0e0f10L, 0x1112131415161718L, 0x2122232425262728L, "GET /orders");
    public static final long START = 1_700_000_000_000_000_000L;

    private Windows() {}

    /** Two CPU samples, one of them of a span, and one allocation sample of the span. */
    public static ProfileWindow small() {
        FrameTable frames = new FrameTable();
        int[] stack = {frames.number("shop/Orders.price", 42), frames.number("shop/Orders.list", 7), frames.number("java/lang/Thread.run", 840)};
        int[] other = {frames.number("libc.so.memcpy", 0)};
        return new ProfileWindow(START, 15_000_000_000L, frames, List.of(
                new Profile(ProfileKind.CPU, 10_000_000, List.of(new Sample(stack, SPAN, 3, 30_000_000), new Sample(other, null, 1, 10_000_000))),
                new Profile(ProfileKind.ALLOC, 1 << 20, List.of(new Sample(stack, SPAN, 9, 1 << 20)))));
    }

    /** That many CPU samples, each with a stack and a span of its own. */
    public static ProfileWindow large(int samples, int depth) {
        FrameTable frames = new FrameTable();
        List<Sample> list = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            int[] stack = new int[depth];
            for (int j = 0; j < depth; j++) {
                stack[j] = frames.number("shop/Service" + (i * 31 + j * 17) % 5_000 + ".call", j);
            }
            list.add(new Sample(stack, new SpanLabel(1, i + 1, i + 1, i + 1, null), 1, 10_000_000));
        }
        return new ProfileWindow(START, 15_000_000_000L, frames, List.of(new Profile(ProfileKind.CPU, 10_000_000, list)));
    }
}
