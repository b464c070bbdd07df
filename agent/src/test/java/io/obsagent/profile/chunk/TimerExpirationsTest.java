package io.obsagent.profile.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TimerExpirationsTest {
    private static final int THREAD = 7;
    private static final long PERIOD = 10;
    private static final long LONG_PERIOD = 10_000_000;

    private final TimerExpirations timers = new TimerExpirations();

    private long missed(long clock, long samples) {
        timers.advance(Map.of(THREAD, clock));
        return timers.missed(THREAD, samples, PERIOD, 0);
    }

    @Test
    void nothingIsMissedWhereEachDistanceLeftASample() {
        timers.begin(Map.of(THREAD, 1_000L));

        assertThat(missed(1_034, 3)).isZero();
        assertThat(missed(1_041, 1)).isZero();
        assertThat(missed(1_094, 5)).isZero();
    }

    @Test
    void distancesWithoutSampleAreMissed() {
        timers.begin(Map.of(THREAD, 1_000L));

        assertThat(missed(1_100, 8)).isEqualTo(2);
        assertThat(missed(1_104, 0)).isZero();
        assertThat(missed(1_130, 2)).isEqualTo(1);
    }

    /** Always rounded down, each thread's last part of a distance would be missing: 3 % of threads that use 150 ms. */
    @Test
    void theNearestWholeDistanceCountsAndIsSettledLater() {
        timers.begin(Map.of(THREAD, 1_000L));

        assertThat(missed(1_036, 3)).isEqualTo(1);
        assertThat(missed(1_044, 1)).isZero();
        assertThat(missed(1_050, 1)).isZero();
    }

    @Test
    void aClockThatLagsBehindTheSamplesIsNoDebtForEver() {
        timers.begin(Map.of(THREAD, 0L));

        assertThat(missed(95, 10)).isZero();
        assertThat(missed(200, 8)).isEqualTo(2);
    }

    @Test
    void aThreadThatBeganLaterCountsFromItsBeginning() {
        timers.begin(Map.of(1, 5L));

        assertThat(missed(100, 7)).isEqualTo(3);
    }

    @Test
    void aThreadThatHasEndedCountsAsFarAsItsClockIsKnown() {
        timers.begin(Map.of(1, 5L, THREAD, 500L));
        timers.advance(Map.of(1, 6L));

        assertThat(timers.missed(THREAD, 8, PERIOD, 600)).isEqualTo(2);
        assertThat(timers.missed(8, 8, PERIOD, 100)).isEqualTo(2);
        assertThat(timers.missed(9, 8, PERIOD, 0)).isZero();
    }

    @Test
    void anotherThreadWithTheSameNumberOwesNothing() {
        timers.begin(Map.of(THREAD, 1_000L));

        assertThat(missed(30, 2)).isEqualTo(1);
    }

    /** The kernel sends at least one signal a tick of 10 ms; a native thread has no timer before it enters the JVM. */
    @Test
    void moreThanATickIsNotTheTimersDoing() {
        timers.begin(Map.of(THREAD, 0L));
        timers.advance(Map.of(THREAD, 100 * LONG_PERIOD));
        timers.advance(Map.of(THREAD, 110 * LONG_PERIOD));

        assertThat(timers.missed(THREAD, 10, LONG_PERIOD, 0)).isEqualTo(4);
        timers.advance(Map.of(THREAD, 210 * LONG_PERIOD));
        assertThat(timers.missed(THREAD, 4, LONG_PERIOD, 0)).isEqualTo(4);
        timers.advance(Map.of(THREAD, 220 * LONG_PERIOD));
        assertThat(timers.missed(THREAD, 10, LONG_PERIOD, 0)).isEqualTo(4);
        timers.advance(Map.of(THREAD, 230 * LONG_PERIOD));
        assertThat(timers.missed(THREAD, 10, LONG_PERIOD, 0)).isZero();
    }

    @Test
    void theChunkBeforeANewSessionIsToldByItsOwnClocks() {
        timers.begin(Map.of(THREAD, 0L));
        timers.advance(Map.of(THREAD, 100L));
        timers.begin(Map.of(THREAD, 150L));

        assertThat(timers.missed(THREAD, 8, PERIOD, 0)).isEqualTo(2);
        assertThat(missed(250, 9)).isEqualTo(1);
    }

    @Test
    void withoutClocksNothingIsAddedUntilTheNextSession() {
        timers.begin(Map.of());
        assertThat(missed(100, 1)).isZero();

        timers.begin(Map.of(THREAD, 100L));
        timers.advance(Map.of());
        assertThat(timers.missed(THREAD, 1, PERIOD, 0)).isZero();
        assertThat(missed(300, 1)).isZero();
    }
}
