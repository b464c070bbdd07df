package io.obsagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.profile.model.ProfileKind;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole room in a JVM of its own against a fake Pyroscope: what arrives belongs to the spans that say so. */
class ProfilingTest {
    private static final Pattern SPAN = Pattern.compile("(request|call) (\\w{16}) (\\w{32}) (\\S+) (\\{.*})");

    static Stream<Map.Entry<Integer, Path>> jdks() {
        return ForkedJvm.jdks().entrySet().stream().filter(jdk -> jdk.getKey() >= 17);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everySpanWithAProfileIdHasAProfile(Map.Entry<Integer, Path> jdk) throws Exception {
        try (FakePyroscope server = new FakePyroscope()) {
            String output = new ForkedJvm(jdk.getValue())
                    .environment("PYROSCOPE_SERVER_ADDRESS", server.url())
                    .environment("OBS_PROFILE_WINDOW", "1s")
                    .runUntil(() -> server.requests.size() > 3 && has(server, ProfileKind.WALL) && has(server, ProfileKind.CPU)
                            && has(server, ProfileKind.MUTEX), ProfiledService.class, "60000");
            List<FakePyroscope.Series> series = server.series();
            Set<String> requests = new TreeSet<>();
            Matcher span = SPAN.matcher(output);
            while (span.find()) {
                if (span.group(1).equals("request")) {
                    requests.add(span.group(2));
                    assertThat(span.group(5)).contains("pyroscope.profile.id=" + span.group(2));
                }
            }
            Set<String> profiled = series.stream().flatMap(one -> one.profile.samples.stream())
                    .map(sample -> sample.labels.get("span_id")).filter(id -> id != null).collect(Collectors.toCollection(TreeSet::new));

            assertThat(output).contains("application ended well");
            assertThat(output).contains("profiles: async-profiler").doesNotContain("not tied");
            assertThat(requests).isNotEmpty();
            assertThat(profiled).containsAll(requests);
            assertThat(closeMillis(output)).isLessThan(ProfiledService.CLOSE_MILLIS);
            kindsAndLabels(series);
            namesAndFrames(series);
        }
    }

    private static void kindsAndLabels(List<FakePyroscope.Series> series) {
        assertThat(series).allSatisfy(one -> assertThat(one.labels)
                .containsEntry("service_name", "shop").containsEntry("host_name", "test-host").containsEntry("__delta__", "false"));
        assertThat(of(series, ProfileKind.CPU)).isNotEmpty();
        assertThat(of(series, ProfileKind.WALL)).isNotEmpty();
        assertThat(of(series, ProfileKind.ALLOC)).isNotEmpty();
        assertThat(of(series, ProfileKind.LIVE)).as("at the end of the session").isNotEmpty();
        assertThat(of(series, ProfileKind.MUTEX)).isNotEmpty();
        FakePyroscope.Series live = of(series, ProfileKind.LIVE).get(0);
        assertThat(live.profile.samples).anySatisfy(sample -> {
            assertThat(sample.stack).anyMatch(frame -> frame.contains("ProfiledService.keep"));
            assertThat(sample.labels).containsKey("span_id");
        });
    }

    private static void namesAndFrames(List<FakePyroscope.Series> series) {
        List<Pprof.Entry> ofOrders = of(series, ProfileKind.CPU).stream().flatMap(one -> one.profile.samples.stream())
                .filter(sample -> "GET /orders".equals(sample.labels.get("span_name"))).collect(Collectors.toList());
        assertThat(ofOrders).anyMatch(sample -> sample.stack.stream().anyMatch(frame -> frame.contains("Burners.burn")));
    }

    private static List<FakePyroscope.Series> of(List<FakePyroscope.Series> series, ProfileKind kind) {
        return series.stream()
                .filter(one -> one.labels.get("__name__").equals(kind.series)
                        && one.profile.types.get(one.profile.types.size() - 1).equals(kind.valueType + "/" + kind.valueUnit))
                .collect(Collectors.toList());
    }

    private static boolean has(FakePyroscope server, ProfileKind kind) {
        return !of(server.series(), kind).isEmpty();
    }

    private static boolean hasSpan(FakePyroscope.Series series) {
        return series.profile.samples.stream().anyMatch(sample -> sample.labels.containsKey("span_id"));
    }

    private static long closeMillis(String output) {
        Matcher closed = Pattern.compile("closed after (\\d+) ms").matcher(output);
        assertThat(closed.find()).isTrue();
        return Long.parseLong(closed.group(1));
    }

    @Test
    void anUnreachableServerIsNamedOnceAndTheApplicationRunsOn() throws Exception {
        String named = "profiles not sent to http://127.0.0.1:1 (PYROSCOPE_SERVER_ADDRESS)";
        String output = service().environment("PYROSCOPE_SERVER_ADDRESS", "http://127.0.0.1:1")
                .runUntilItSays(named, ProfiledService.class, "60000");

        assertThat(output).containsOnlyOnce(named);
        assertThat(output).contains("application ended well").doesNotContain("\tat ");
        assertThat(closeMillis(output)).isLessThan(ProfiledService.CLOSE_MILLIS);
    }

    @Test
    void aWrongServerIsNamedOnce() throws Exception {
        try (FakePyroscope server = new FakePyroscope()) {
            server.answers(Collections.nCopies(200, "404").toArray(new String[0]));
            String output = service().environment("PYROSCOPE_SERVER_ADDRESS", server.url())
                    .runUntil(() -> server.requests.size() > 2, ProfiledService.class, "60000");

            assertThat(output).containsOnlyOnce("profiles refused by " + server.url() + " (PYROSCOPE_SERVER_ADDRESS): HTTP 404");
            assertThat(output).contains("application ended well").doesNotContain("\tat ");
        }
    }

    @Test
    void noFolderToRunTheLibraryFromMeansTheFlightRecorder() throws Exception {
        try (FakePyroscope server = new FakePyroscope()) {
            String output = service().environment("PYROSCOPE_SERVER_ADDRESS", server.url())
                    .option("-Dos.arch=mips").runUntil(() -> has(server, ProfileKind.ALLOC) && has(server, ProfileKind.LIVE)
                            && of(server.series(), ProfileKind.CPU).stream().anyMatch(ProfilingTest::hasSpan), ProfiledService.class, "60000");

            assertThat(output).contains("async-profiler has no library for").contains("profiles: JDK Flight Recorder");
            assertThat(of(server.series(), ProfileKind.CPU)).anyMatch(ProfilingTest::hasSpan);
            assertThat(of(server.series(), ProfileKind.ALLOC)).isNotEmpty();
            assertThat(of(server.series(), ProfileKind.LIVE)).isNotEmpty();
            assertThat(output).contains("application ended well").doesNotContain("\tat ");
        }
    }

    @Test
    void noDestinationMeansNoProfiler() throws Exception {
        String output = service().run(ProfiledService.class, "300");

        assertThat(output).doesNotContain("profiles:").contains("application ended well");
    }

    private static ForkedJvm service() {
        return new ForkedJvm(Path.of(System.getProperty("java.home"))).environment("OBS_PROFILE_WINDOW", "1s");
    }
}
