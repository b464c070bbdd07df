package io.obsagent.profile.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FullSecondsTest {
    private static final int LIMIT = 100;
    private static final long MILLI = 1_000_000;

    /** So many events, so far apart, from a time on. */
    private static LongStream events(int count, long fromMillis, long distanceMillis) {
        return LongStream.range(0, count).map(i -> (fromMillis + i * distanceMillis) * MILLI);
    }

    @Test
    void aSteadyTrickleIsNeverFull() {
        assertThat(FullSeconds.find(events(1_000, 0, 20).toArray(), LIMIT).isEmpty()).isTrue();
    }

    @Test
    void ofAFloodAmidATrickleOnlyTheFloodIs() {
        long[] times = LongStream.concat(LongStream.concat(events(40, 0, 100), events(100, 4_000, 2)), events(40, 5_000, 100)).toArray();

        assertThat(FullSeconds.find(times, LIMIT).stream()).containsExactly(IntStream.range(40, 140).boxed().toArray(Integer[]::new));
    }

    @Test
    void aBurstBelowTheLimitIsNot() {
        assertThat(FullSeconds.find(events(80, 0, 1).toArray(), LIMIT).isEmpty()).isTrue();
    }

    @Test
    void withoutLimitNothingIs() {
        assertThat(FullSeconds.find(events(500, 0, 1).toArray(), 0).isEmpty()).isTrue();
    }
}
