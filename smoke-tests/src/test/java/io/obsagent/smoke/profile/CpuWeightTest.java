package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.PyroscopeSeries;
import io.obsagent.smoke.otlp.Signal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CPU time by profiles against what the burning threads' own clocks say, with cores to spare and with twelve threads for each. */
class CpuWeightTest {
    private static final List<String> WAYS = List.of("burnA", "burnB", "burnC");
    /** Of one way, a quarter of the time or more, whose turns are some six samples long. */
    private static final double SCATTER = 0.15;

    private static double share(List<ProfileSample> samples, List<String> ways, double unit, double known) {
        return samples.stream().filter(sample -> ways.stream().anyMatch(way -> sample.frames().contains("KnownCpu." + way)))
                .mapToLong(ProfileSample::value).sum() * unit / known;
    }

    private static double known(AppProcess app, String way) {
        return Long.parseLong(app.awaitLine(way + " ").substring(way.length()).trim()) * 1e6;
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "24, 10", "24, 4"})
    void weightsAreTheCpuTimeThatWasUsed(int threads, int millis) {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            JavaApp burning = JavaApp.of("KnownCpu", AppSources.compile(17, List.of(), "knowncpu")).withAgent().exportTo(receiver)
                    .jvmOption("-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,KnownCpu::*").env("OBS_PROFILE", "cpu:" + millis + "ms")
                    .env("OBS_PROFILE_WINDOW", "1s").env("PYROSCOPE_SERVER_ADDRESS", receiver.httpEndpoint())
                    .env("OTEL_EXPORTER_OTLP_PROFILES_ENDPOINT", receiver.httpEndpoint() + Signal.PROFILES.path());
            try (AppProcess app = burning.start(Integer.toString(threads))) {
                app.awaitErrorLine("profiles: async-profiler");
                app.send("burn").awaitLine("enough");
                app.closeInput().expectExit(0).expectCalmAgent();

                double all = WAYS.stream().mapToDouble(way -> known(app, way)).sum();
                List<ProfileSample> otlp = ProfileSample.of(receiver.received());
                List<ProfileSample> pushed = PyroscopeSeries.of(receiver.received()).stream().flatMap(series -> series.samples().stream()).toList();
                double sampled = share(otlp, WAYS, millis * 1e6, all);
                System.out.printf(Locale.ROOT, "%d threads, %d ms: %.0f ms used, by profiles %.3f of it, pushed %.3f; %s%n", threads, millis, all / 1e6,
                        sampled, share(pushed, WAYS, 1, all), WAYS.stream().map(way -> way + String.format(Locale.ROOT, " %.3f",
                                share(otlp, List.of(way), millis * 1e6, known(app, way)))).toList());

                assertThat(sampled).isBetween(0.95, 1.05);
                assertThat(share(pushed, WAYS, 1, all)).isBetween(0.95, 1.05);
                assertThat(WAYS).allSatisfy(way -> assertThat(share(otlp, List.of(way), millis * 1e6, known(app, way)))
                        .as(way).isBetween(1 - SCATTER, 1 + SCATTER));
            }
        }
    }
}
