package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Time that requests spend waiting: by the wall clock, for monitors and for locks, each at the request that waited. */
class WaitingTest {
    private static final int CALLERS = 4;
    private static final int REQUESTS = 80;

    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final HttpClient client = HttpClient.newHttpClient();

    private void ask(String url) {
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < REQUESTS / CALLERS; i++) {
                    client.sendAsync(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding()).join();
                }
            }, task -> new Thread(task).start()));
        }
        callers.forEach(CompletableFuture::join);
    }

    private static double millis(List<ProfileSample> samples, String type) {
        return samples.stream().filter(sample -> sample.type().equals(type)).mapToLong(ProfileSample::value).sum() / 1e6;
    }

    @EachJdk(from = 17)
    void waitsStandAtTheRequestThatWaited(Jdk jdk) {
        JavaApp server = JavaApp.of("EndpointServer", AppSources.compile(17, List.of(), "endpoints")).on(jdk).withAgent().exportTo(receiver)
                .env("OBS_PROFILE", "cpu,wall:20ms,lock:1ms").env("OBS_PROFILE_WINDOW", "1s");
        try (receiver; AppProcess app = server.start()) {
            String url = "http://127.0.0.1:" + app.awaitPort();
            app.awaitErrorLine("profiles: async-profiler");
            List.of("/work", "/monitor", "/lock").forEach(path -> ask(url + path));
            app.closeInput().expectExit(0).expectCalmAgent();

            Map<String, String> names = receiver.received().spans().stream().collect(Collectors.toMap(
                    span -> span.traceId() + span.spanId(), ReceivedSpan::name));
            List<ProfileSample> samples = ProfileSample.of(receiver.received());
            for (String way : List.of("work", "monitor", "lock")) {
                List<ProfileSample> own = samples.stream().filter(sample -> sample.frames().contains("EndpointServer." + way)).toList();
                double spans = receiver.received().spans(span -> span.name().equals("GET /" + way)).stream()
                        .mapToLong(ReceivedSpan::durationNanos).sum() / 1e6;
                System.out.printf("%s %s: requests took %.0f ms, by the wall clock %.0f ms, waiting %.0f ms%n",
                        jdk, way, spans, millis(own, "wall"), millis(own, "delay"));

                assertThat(own).allMatch(sample -> ("GET /" + way).equals(names.get(sample.traceId() + sample.spanId())));
                assertThat(millis(own, "wall")).isBetween(0.7 * spans, 1.2 * spans);
            }
            for (String way : List.of("monitor", "lock")) {
                List<ProfileSample> own = samples.stream().filter(sample -> sample.frames().contains("EndpointServer." + way)).toList();
                // One of four callers holds it while three wait.
                assertThat(millis(own, "delay") / millis(own, "wall")).isBetween(0.6, 0.85);
            }
        }
    }
}
