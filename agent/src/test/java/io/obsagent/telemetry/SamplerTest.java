package io.obsagent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplerTest {
    @Test
    void keepsTheRatioItWasGiven() {
        for (double ratio : new double[] {0.01, 0.25, 0.5}) {
            Sampler sampler = Sampler.ratio(ratio, true);
            Random random = new Random(42);
            int kept = 0;
            for (int i = 0; i < 200_000; i++) {
                kept += sampler.sample(random.nextLong(), null) ? 1 : 0;
            }
            assertThat(kept).isCloseTo((int) (ratio * 200_000), withPercentage(6));
        }
        assertThat(Sampler.ratio(0, true).sample(-1, null)).isFalse();
        assertThat(Sampler.ratio(1, true).sample(0, null)).isTrue();
    }

    @Test
    void writesItsThresholdIntoTracestate() {
        assertThat(Sampler.ratio(0.5, true).traceState(null, true, false)).isEqualTo("ot=th:8");
        assertThat(Sampler.ratio(1, true).traceState(null, true, false)).isEqualTo("ot=th:0");
        assertThat(Sampler.ratio(0.25, false).traceState("a=1,ot=rv:11111111111111;th:0", true, true))
                .isEqualTo("ot=th:c;rv:11111111111111,a=1");
    }

    @Test
    void followsTheParentWhereItIsParentBased() {
        RemoteContext sampled = new RemoteContext(1, 1, 1, true, "a=1", null);
        RemoteContext unsampled = new RemoteContext(1, 1, 1, false, null, null);
        Sampler sampler = Sampler.ratio(0, true);

        assertThat(sampler.sample(1, sampled)).isTrue();
        assertThat(sampler.sample(1, unsampled)).isFalse();
        assertThat(sampler.traceState("a=1", true, true)).isEqualTo("a=1");
        assertThat(Sampler.ratio(1, false).sample(1, unsampled)).isTrue();
    }

    @Test
    void usesExplicitRandomnessOfTheTrace() {
        Sampler half = Sampler.ratio(0.5, false);
        long low = 0; // would be rejected by the id

        assertThat(half.sample(low, new RemoteContext(1, 1, 1, false, "ot=rv:ffffffffffffff", null))).isTrue();
        assertThat(half.sample(low, new RemoteContext(1, 1, 1, false, null, null))).isFalse();
    }
}
