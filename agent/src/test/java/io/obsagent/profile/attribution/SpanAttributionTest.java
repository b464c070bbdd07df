package io.obsagent.profile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a sample clock that the test sets. */
class SpanAttributionTest {
    private final ByteBuffer lastSample = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
    private final SpanAttribution spans = new SpanAttribution(new ThreadLocal<>(), () -> lastSample, () -> this.entered++, false);
    private final SpanIndex index = new SpanIndex(1_000, 0);
    private int entered;

    @BeforeEach
    void start() {
        spans.started(1);
    }

    private long sample() {
        long now = System.nanoTime();
        lastSample.putLong(0, now);
        return now;
    }

    private SpanRef at(long time) {
        spans.collect(index);
        return index.find(Thread.currentThread().getId(), time);
    }

    @Test
    void aSampledStretchIsKept() {
        spans.switched(1, 2, 3, 9);
        long time = sample();
        spans.switched(0, 0, 0, 0);

        assertThat(at(time)).isEqualTo(new SpanRef(1, 2, 3, 9));
        assertThat(spans.ended(3, 9, null).profileId).as("the id of the request").isEqualTo(9);
        assertThat(spans.ended(9, 9, "GET /").profileId).isEqualTo(9);
        assertThat(spans.nameOf(new SpanRef(1, 2, 3, 9))).isEqualTo("GET /");
    }

    @Test
    void aStretchWithoutSampleLeavesNothing() {
        spans.switched(1, 2, 3, 9);
        long time = System.nanoTime();
        spans.switched(0, 0, 0, 0);

        assertThat(at(time)).isNull();
        assertThat(spans.ended(3, 9, null)).isNull();
        assertThat(spans.ended(9, 9, "GET /")).isNull();
    }

    @Test
    void nestedSpansHaveTheirOwnStretches() {
        spans.switched(1, 2, 3, 3);
        long outer = sample();
        spans.switched(1, 2, 4, 3);
        long inner = sample();
        spans.switched(1, 2, 3, 3);
        long after = sample();
        spans.switched(0, 0, 0, 0);

        assertThat(at(outer).spanId).isEqualTo(3);
        assertThat(at(inner).spanId).isEqualTo(4);
        assertThat(at(after).spanId).isEqualTo(3);
        assertThat(at(System.nanoTime())).isNull();
    }

    @Test
    void aRunningSpanIsKnownBeforeItEnds() {
        spans.switched(1, 2, 3, 3);
        long time = sample();

        assertThat(at(time).spanId).isEqualTo(3);
        assertThat(spans.ended(3, 3, null)).as("still attached").isNotNull();
    }

    @Test
    void aThreadEntersTheWallFilterOnceASession() {
        spans.switched(1, 2, 3, 3);
        spans.switched(0, 0, 0, 0);
        spans.switched(1, 2, 4, 4);
        assertThat(entered).isEqualTo(1);
        spans.started(2);
        spans.switched(1, 2, 5, 5);
        assertThat(entered).isEqualTo(2);
    }

    @Test
    void leafIdsAreTheSpansOwn() {
        SpanAttribution leaf = new SpanAttribution(new ThreadLocal<>(), () -> lastSample, () -> { }, true);
        leaf.started(0);
        leaf.switched(1, 2, 3, 9);
        sample();
        leaf.switched(0, 0, 0, 0);

        assertThat(leaf.ended(3, 9, null).profileId).isEqualTo(3);
        assertThat(leaf.labelOf(new SpanRef(1, 2, 3, 9))).isEqualTo(3);
    }

    @Test
    void nothingIsKeptWhileOff() {
        spans.stopped();
        spans.switched(1, 2, 3, 3);
        long time = sample();
        spans.switched(0, 0, 0, 0);

        assertThat(at(time)).isNull();
    }

    @Test
    void aFullLogDropsAndCounts() {
        for (int i = 1; i <= 5_000; i++) {
            spans.switched(1, 2, i, i);
            lastSample.putLong(0, Long.MAX_VALUE);
        }
        assertThat(spans.dropped()).isEqualTo(4_999 - 4_096);
        spans.drain(index);
        spans.switched(1, 2, 9_999, 9_999);
        assertThat(spans.dropped()).isEqualTo(4_999 - 4_096);
    }

    /** Threads end all the time; what they leave behind does not stay. */
    @Test
    void endedThreadsAreForgotten() throws Exception {
        CountDownLatch done = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            Thread thread = new Thread(() -> {
                spans.switched(1, 2, 3, 3);
                done.countDown();
            });
            thread.start();
            thread.join();
        }
        done.await();
        assertThat(spans.trackedThreads()).isEqualTo(50);
        spans.collect(index);
        assertThat(spans.trackedThreads()).isZero();
    }

    @Test
    void namesAreCapped() {
        for (int i = 1; i <= 150; i++) {
            spans.switched(1, 2, i, i);
            sample();
            spans.switched(0, 0, 0, 0);
            spans.ended(i, i, "GET /" + i);
        }
        assertThat(spans.nameOf(new SpanRef(1, 2, 1, 1))).isEqualTo("GET /1");
        assertThat(spans.nameOf(new SpanRef(1, 2, 150, 150))).isEqualTo("_OTHER");
    }
}
