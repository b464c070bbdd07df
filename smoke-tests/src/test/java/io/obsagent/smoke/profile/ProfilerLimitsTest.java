package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.PyroscopeSeries;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application that would flood profiler, memory and servers: no two of its stacks are the same, and each allocates. */
class ProfilerLimitsTest {
    private static final int WINDOW_SECONDS = 20;
    /** Of a Pyroscope server as it is delivered; a receiver of OTLP takes messages of that size too. */
    private static final int MOST_SAMPLES = 16_000;
    private static final int MOST_BYTES = 4 << 20;
    private static final int DISTANCE = 64 * 1024;
    private static final int MOST_ALLOCATIONS_A_SECOND = 1_000;
    /** The limit for stacks is 64 MiB; the rest is the agent's own work with a window of that size. */
    private static final long MOST_GROWTH_KIB = (64 + 64) * 1024;

    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final Received received = receiver.received();

    @AfterEach
    void stop() {
        receiver.close();
    }

    private JavaApp stacks() {
        return JavaApp.of("Stacks", AppSources.compile(17, List.of(), "stacks")).withAgent().exportTo(receiver)
                .jvmOption("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC")
                .env("OBS_PROFILE", "cpu:20ms,alloc:64k").env("OBS_PROFILE_WINDOW", WINDOW_SECONDS + "s").env("PYROSCOPE_SERVER_ADDRESS", receiver.httpEndpoint());
    }

    /** Of the flood there is one line a minute, and of nothing else. */
    private static void tellsOfTheFlood(AppProcess process) {
        process.closeInput().expectExit(0);
        assertThat(process.agentLines()).filteredOn(line -> line.contains(" WARN ")).isNotEmpty().allMatch(line -> line.contains(" samples dropped"));
    }

    private static long residentKib(AppProcess app) {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/" + app.pid() + "/statm")).split(" ")[1]) * 4;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the beginning of the window. */
    private Map<Long, List<PyroscopeSeries>> windows(String name) {
        return PyroscopeSeries.of(received).stream().filter(series -> series.labels().get("__name__").equals(name))
                .collect(Collectors.groupingBy(PyroscopeSeries::startNanos, TreeMap::new, Collectors.toList()));
    }

    private static long stacks(List<PyroscopeSeries> window) {
        return window.stream().mapToLong(PyroscopeSeries::stacks).sum();
    }

    private List<List<PyroscopeSeries>> awaitWindows(int count) {
        return received.await(count + " windows", () -> Optional.of(List.copyOf(windows("memory").values())).filter(windows -> windows.size() >= count));
    }

    @Test
    void samplesAreFewerAndMessagesSmallerThanTheServersLimits() {
        try (AppProcess process = stacks().start("20")) {
            process.awaitErrorLine("profiles: async-profiler");
            awaitWindows(1);
            awaitWindows(2); // a single one with too many samples may be a burst
            received.await("a wider distance", () -> PyroscopeSeries.of(received).stream().filter(series -> series.period() >= 2 * DISTANCE
                    && series.labels().get("__name__").equals("memory")).findFirst());
            tellsOfTheFlood(process);

            List<List<PyroscopeSeries>> windows = awaitWindows(1);
            System.out.println("allocation samples by window: " + windows.stream().map(ProfilerLimitsTest::stacks).toList()
                    + " in parts " + windows.stream().map(List::size).toList());
            assertThat(stacks(windows.get(0))).isGreaterThan(MOST_SAMPLES).isLessThan((WINDOW_SECONDS + 5) * MOST_ALLOCATIONS_A_SECOND);
            assertThat(windows.get(0)).hasSizeGreaterThan(1);
            assertThat(PyroscopeSeries.of(received)).allMatch(series -> series.stacks() <= MOST_SAMPLES && series.uncompressedBytes() <= MOST_BYTES);
        }
    }

    @Test
    void memoryForStacksHasACeilingAndNothingIsLostByDividing() {
        JavaApp app = stacks().env("OTEL_EXPORTER_OTLP_PROFILES_ENDPOINT", receiver.httpEndpoint() + Signal.PROFILES.path());
        try (AppProcess process = app.start("240")) {
            process.awaitErrorLine("profiles: async-profiler");
            long before = residentKib(process);
            awaitWindows(1);
            long growth = residentKib(process) - before;
            tellsOfTheFlood(process);

            System.out.println(stacks(awaitWindows(1).get(0)) + " stacks of 240 frames, resident memory grew by " + growth / 1024 + " MiB");
            assertThat(growth).isLessThan(MOST_GROWTH_KIB);
            assertThat(received.requests(Signal.PROFILES)).hasSizeGreaterThan(2)
                    .allMatch(request -> request.body().length <= MOST_BYTES);
            assertThat(bytes(ProfileSample.of(received)))
                    .isEqualTo(bytes(PyroscopeSeries.of(received).stream().flatMap(series -> series.samples().stream()).toList())).isPositive();
        }
    }

    private static long bytes(List<ProfileSample> samples) {
        return samples.stream().filter(sample -> sample.type().equals("alloc_in_new_tlab_bytes")).mapToLong(ProfileSample::value).sum();
    }
}
