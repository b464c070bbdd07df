package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.obsagent.smoke.harness.AgentJar;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Ports;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Which endpoint's requests allocated what is alive: in the profiles that are sent, and from the port for whoever asks. */
class LiveHeapTest {
    private static final int REQUESTS = 96;
    private static final double MIB = 1 << 20;
    private static final Pattern TOTAL = Pattern.compile("inuse_space/bytes, (\\d+) in all.*");

    private final HttpClient client = HttpClient.newHttpClient();

    @EachJdk(from = 17)
    void whatIsAliveIsFiledUnderTheEndpointThatAllocatedIt(Jdk jdk, @TempDir Path folder) throws Exception {
        int profilePort = Ports.free();
        JavaApp server = JavaApp.of("EndpointServer", AppSources.compile(17, List.of(), "endpoints")).on(jdk).withAgent().jvmOption("-Xmx256m")
                .env("OBS_PROFILE", "alloc:256k,live").env("OBS_PROFILE_WINDOW", "1s").env("OBS_PROFILE_PORT", Integer.toString(profilePort));
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess app = server.exportTo(receiver)
                .env("OTEL_EXPORTER_OTLP_PROFILES_ENDPOINT", receiver.httpEndpoint() + Signal.PROFILES.path()).start()) {
            String url = "http://127.0.0.1:" + app.awaitPort();
            app.awaitErrorLine("profiles: async-profiler");
            for (int i = 0; i < REQUESTS; i++) {
                get(url + "/keep", BodyHandlers.discarding());
                get(url + "/drop", BodyHandlers.discarding());
            }
            // A request is forgotten two windows after its end: its name must have been kept for the objects it left.
            receiver.received().awaitRequests(Signal.PROFILES, receiver.received().requests(Signal.PROFILES).size() + 4);
            get(url + "/gc", BodyHandlers.discarding());
            Path heap = get("http://127.0.0.1:" + profilePort + "/debug/pprof/heap", BodyHandlers.ofFile(folder.resolve("heap.pb.gz"))).body();

            double kept = asked(heap, "GET /keep") / MIB;
            double dropped = asked(heap, "GET /drop") / MIB;
            System.out.printf("%s: GET /keep holds %.1f MiB of %d, GET /drop %.1f MiB%n", jdk, kept, REQUESTS, dropped);
            assertThat(kept).isBetween(REQUESTS * 0.7, REQUESTS * 1.3);
            assertThat(dropped).isLessThan(REQUESTS * 0.1);
            sent(receiver.received(), kept);
            app.closeInput().expectExit(0).expectCalmAgent();
        }
    }

    private <T> HttpResponse<T> get(String url, HttpResponse.BodyHandler<T> handler) throws IOException, InterruptedException {
        HttpResponse<T> response = client.send(HttpRequest.newBuilder(URI.create(url)).build(), handler);
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    /** Bytes of one endpoint, told by the agent's own tool. */
    private static double asked(Path heap, String name) {
        AppProcess flame = JavaApp.bare().jvmOption("-jar", AgentJar.packaged().toString(), "flame", heap.toString(),
                "--type", "inuse_space", "--name", name).run().expectExit(0);
        Matcher total = TOTAL.matcher(flame.stdout().lines().get(0));
        assertThat(total.matches()).as(flame.toString()).isTrue();
        return Double.parseDouble(total.group(1));
    }

    private static void sent(Received received, double keptMib) {
        Map<String, Long> bytes = received.await("live objects", () -> {
            Map<String, Long> found = ProfileSample.of(received).stream().filter(sample -> sample.type().equals("inuse_space"))
                    .collect(Collectors.groupingBy(sample -> sample.attributes().getOrDefault("span_name", ""),
                            Collectors.summingLong(ProfileSample::value)));
            return found.isEmpty() ? Optional.empty() : Optional.of(found);
        });
        assertThat(bytes.get("GET /keep") / MIB).as("sent and asked for").isCloseTo(keptMib, offset(0.1));
    }
}
