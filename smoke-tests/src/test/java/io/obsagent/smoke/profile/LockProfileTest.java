package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import java.util.List;

/** Time spent waiting for monitors and locks against what the waiting threads measured themselves. */
class LockProfileTest {
    private static final int FIRST_JDK_THAT_UNMOUNTS_WAITERS = 24;

    @EachJdk(from = 17)
    void waitsAreAsLongAsTheyWere(Jdk jdk) {
        JavaApp locks = JavaApp.of("Locks", AppSources.compile(11, List.of(), "locks")).on(jdk).withAgent()
                .env("OBS_PROFILE", "lock:1ms").env("OBS_PROFILE_WINDOW", "1s");
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess app = locks.exportTo(receiver).start("1")) {
            app.awaitErrorLine("profiles: async-profiler");
            app.closeInput().expectExit(0).expectCalmAgent();
            List<ProfileSample> samples = ProfileSample.of(receiver.received());
            double monitor = waited(samples, "Locks.monitor", false) / millis(app, "monitor ");
            double lock = waited(samples, "Locks.lock", false) / millis(app, "lock ");
            double virtual = waited(samples, "Locks.virtualMonitor", true);
            System.out.printf("%s: profiled/measured waits: monitor %.3f, lock %.3f; of virtual threads %.0f ms profiled%n", jdk, monitor, lock, virtual);

            assertThat(monitor).isBetween(0.9, 1.1);
            assertThat(lock).isBetween(0.9, 1.1);
            assertThat(virtual > 0).isEqualTo(jdk.feature() >= 21 && jdk.feature() < FIRST_JDK_THAT_UNMOUNTS_WAITERS);
        }
    }

    /** Many short windows: a wait that two of them have, or none, would show. */
    @EachJdk(from = 17)
    void theFlightRecorderMissesNoneBetweenItsWindows(Jdk jdk) {
        JavaApp locks = JavaApp.of("Locks", AppSources.compile(11, List.of(), "locks")).on(jdk).withAgent().jvmOption("-Dos.arch=riscv64")
                .env("OBS_PROFILE", "lock:1ms").env("OBS_PROFILE_WINDOW", "1s").env("OBS_PROFILE_SESSION", "2s");
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess app = locks.exportTo(receiver).start("3")) {
            app.awaitErrorLine("profiles: JDK Flight Recorder");
            app.closeInput().expectExit(0).expectCalmAgent();
            List<ProfileSample> samples = ProfileSample.of(receiver.received());
            // A wait in which a chunk ended is in the next one, without its stack before JDK 25.
            double profiled = waited(samples, "Locks.monitor", false) + waited(samples, "Locks.lock", false) + waited(samples, "[unknown]", false);
            double measured = millis(app, "monitor ") + millis(app, "lock ");
            System.out.printf("%s: flight recorder's/measured waits: %.3f%n", jdk, profiled / measured);

            assertThat(profiled / measured).isBetween(0.95, 1.05);
        }
    }

    private static double waited(List<ProfileSample> samples, String method, boolean virtual) {
        return samples.stream().filter(sample -> sample.type().equals("delay") && sample.frames().contains(method)
                && sample.frames().contains("Locks.virtualMonitor") == virtual).mapToLong(ProfileSample::value).sum() / 1e6;
    }

    private static double millis(AppProcess app, String name) {
        return app.stdout().lines().stream().filter(line -> line.startsWith(name)).mapToDouble(
                line -> Double.parseDouble(line.substring(name.length()))).sum();
    }
}
