package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.OtlpRequest;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.obsagent.smoke.otlp.Signal;
import io.opentelemetry.proto.collector.profiles.v1development.ExportProfilesServiceRequest;
import io.opentelemetry.proto.profiles.v1development.Profile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Windows without gaps between them, sessions that end by themselves, and a profiler that nobody steers any more. */
class ProfilerSessionTest {
    private static final int WINDOWS = 12;
    private static final long CPU_PERIOD_NANOS = 10_000_000;
    private static final long MILLI = 1_000_000;
    private static final int UNSAMPLED = 30;
    private static final long MIB = 1 << 20;
    private static final int KEPT = 48;

    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final Received received = receiver.received();

    @AfterEach
    void stop() {
        receiver.close();
    }

    /** Windows follow each other without a gap, and no CPU time is lost in them. */
    @Test
    void betweenTwoWindowsNothingIsMissed() {
        JavaApp steady = JavaApp.of("Steady", AppSources.compile(17, List.of(), "steady")).withAgent().exportTo(receiver)
                .env("OBS_PROFILE", "cpu").env("OBS_PROFILE_WINDOW", "1s");
        try (AppProcess app = steady.start()) {
            app.awaitErrorLine("profiles: async-profiler");
            app.send("burn").awaitLine("burning");
            received.awaitRequests(Signal.PROFILES, WINDOWS);
            app.closeInput().expectExit(0).expectCalmAgent();

            double burned = Long.parseLong(app.awaitLine("burned ").substring(7).trim()) * 1e6;
            double sampled = ProfileSample.of(received).stream().filter(sample -> sample.frames().contains("Steady.burn"))
                    .mapToLong(ProfileSample::value).sum() * (double) CPU_PERIOD_NANOS;
            System.out.printf("sampled/burned CPU over %d windows: %.3f, longest gap %.1f ms%n", windows().size(), sampled / burned, longestGap() / 1e6);
            assertThat(sampled / burned).isBetween(0.95, 1.05);
            assertThat(longestGap()).isLessThan(MILLI);
        }
    }

    /** The windows' CPU profiles in the order of time. */
    private List<Profile> windows() {
        List<Profile> windows = new ArrayList<>();
        for (OtlpRequest request : received.requests(Signal.PROFILES)) {
            ((ExportProfilesServiceRequest) request.message().orElseThrow()).getResourceProfilesList()
                    .forEach(resource -> resource.getScopeProfilesList().forEach(scope -> windows.addAll(scope.getProfilesList())));
        }
        return windows;
    }

    private long longestGap() {
        List<Profile> windows = windows();
        long longest = 0;
        for (int i = 1; i < windows.size(); i++) {
            Profile before = windows.get(i - 1);
            longest = Math.max(longest, windows.get(i).getTimeUnixNano() - before.getTimeUnixNano() - before.getDurationNano());
        }
        return longest;
    }

    @Test
    void whatIsAliveComesAtTheEndOfEachSession() throws Exception {
        JavaApp server = JavaApp.of("EndpointServer", AppSources.compile(17, List.of(), "endpoints")).withAgent().exportTo(receiver)
                .jvmOption("-Xmx256m").env("OBS_PROFILE", "alloc:128k,live").env("OBS_PROFILE_WINDOW", "1s").env("OBS_PROFILE_SESSION", "4s");
        HttpClient client = HttpClient.newHttpClient();
        try (AppProcess app = server.start()) {
            URI keep = URI.create("http://127.0.0.1:" + app.awaitPort() + "/keep");
            app.awaitErrorLine("profiles: async-profiler");
            for (int session = 1; session <= 2; session++) {
                for (int i = 0; i < KEPT; i++) {
                    client.send(HttpRequest.newBuilder(keep).build(), BodyHandlers.discarding());
                }
                long wanted = session * KEPT * MIB;
                received.await("live objects of " + session + " sessions", () -> Optional.of(alive()).filter(alive -> alive > 0.6 * wanted));
            }
            assertThat(alive()).isBetween((long) (2 * KEPT * MIB * 0.6), (long) (2 * KEPT * MIB * 1.4));
            app.closeInput().expectExit(0).expectCalmAgent();
        }
    }

    private long alive() {
        return ProfileSample.of(received).stream().filter(sample -> sample.type().equals("inuse_space")
                && sample.frames().contains("EndpointServer.keep")).mapToLong(ProfileSample::value).sum();
    }

    /** The thread that steers the profiler is stopped from outside: sampling must not go on for ever, nor stay off once it is back. */
    @Test
    void aProfilerThatNobodySteersStopsByItself() {
        JavaApp app = WorkerProcess.profiled(receiver).env("OBS_PROFILE", "cpu:4ms").env("OBS_PROFILE_SESSION", "3s");
        int port = Suspension.open(app);
        try (AppProcess worker = app.start()) {
            worker.awaitErrorLine("profiles: async-profiler");
            received.awaitSpan("a sampled span", ProfilerSessionTest::sampled);
            try (Suspension hang = Suspension.of(port, "obs-agent-profiler")) {
                received.await("spans without samples", () -> Optional.of(last(UNSAMPLED)).filter(spans -> spans.size() == UNSAMPLED
                        && spans.stream().noneMatch(ProfilerSessionTest::sampled)));
            }
            worker.awaitErrorLine("a window of profiles is lost");
            int so = received.spans().size();
            received.await("a sampled span again", () -> received.spans().stream().skip(so).filter(ProfilerSessionTest::sampled).findFirst());
            worker.closeInput().expectExit(0);
            assertThat(worker.stdout().lines()).contains("worked well");
        }
    }

    private static boolean sampled(ReceivedSpan span) {
        return span.attribute("pyroscope.profile.id") != null;
    }

    private List<ReceivedSpan> last(int count) {
        List<ReceivedSpan> spans = received.spans();
        return spans.subList(Math.max(0, spans.size() - count), spans.size());
    }
}
