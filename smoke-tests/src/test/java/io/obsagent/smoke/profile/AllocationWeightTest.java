package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Allocated bytes by profiles against what the application knows, in a trickle and in a flood of which most samples are dropped. */
class AllocationWeightTest {
    /** 1,920 samples of the trickle scatter by 2 %, a thousand a second of the flood by 2 %. */
    private static final double SCATTER = 0.1;

    private static double known(AppProcess app, String way) {
        return Long.parseLong(app.awaitLine(way + " ").substring(way.length()).trim()) * 1024.0;
    }

    private static double profiled(List<ProfileSample> samples, String way) {
        return samples.stream().filter(sample -> sample.type().equals("alloc_in_new_tlab_bytes")
                && sample.frames().contains("KnownAllocation." + way)).mapToLong(ProfileSample::value).sum();
    }

    @Test
    void samplesKeptInAFloodCarryTheDroppedOnesAndOthersDoNot() {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            JavaApp allocating = JavaApp.of("KnownAllocation", AppSources.compile(17, List.of(), "knownallocation")).withAgent().exportTo(receiver)
                    .jvmOption("-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,KnownAllocation::*", "-Xmx256m")
                    .env("OBS_PROFILE", "alloc:64k").env("OBS_PROFILE_WINDOW", "10s");
            try (AppProcess app = allocating.start()) {
                app.awaitErrorLine("profiles: async-profiler");
                app.send("go").awaitLine("large ");
                receiver.received().awaitMetric("obs.profile.skipped.samples", point -> true);
                app.closeInput().expectExit(0);

                List<ProfileSample> samples = ProfileSample.of(receiver.received());
                double trickle = profiled(samples, "trickle") / known(app, "trickle");
                double flood = (profiled(samples, "small") + profiled(samples, "large")) / (known(app, "small") + known(app, "large"));
                double dropped = receiver.received().value("obs.profile.skipped.samples", Map.of());
                // Of JDK 17 the JVM's own sampler takes too many small objects among large ones, and too few of these.
                System.out.printf("profiled/allocated: trickle %.3f, flood %.3f, of which small %.3f, large %.3f; %.0f samples dropped%n", trickle, flood,
                        profiled(samples, "small") / known(app, "small"), profiled(samples, "large") / known(app, "large"), dropped);

                assertThat(List.of(trickle, flood)).allSatisfy(ratio -> assertThat(ratio).isBetween(1 - SCATTER, 1 + SCATTER));
                assertThat(dropped).isGreaterThan(1_000);
                assertThat(app.agentLines()).filteredOn(line -> line.contains(" WARN ")).singleElement().asString()
                        .contains(" samples dropped");
            }
        }
    }
}
