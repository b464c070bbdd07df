package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What a span that was sampled says of its costs, against what its request is known to have cost. */
class SpanCostsTest {
    private static final int REQUESTS = 10;
    private static final long MIB = 1 << 20;
    /** Longer than the test: the profiler takes no samples while it closes a window, and a request may be as short as that. */
    private static final String WINDOW = "1h";

    @EachJdk(from = 17)
    void aSampledSpanTellsItsCosts(Jdk jdk) throws Exception {
        JavaApp server = JavaApp.of("EndpointServer", AppSources.compile(17, List.of(), "endpoints")).on(jdk).withAgent()
                .env("OBS_PROFILE", "cpu,alloc:64k").env("OBS_PROFILE_WINDOW", WINDOW);
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess app = server.exportTo(receiver).start()) {
            String url = "http://127.0.0.1:" + app.awaitPort();
            app.awaitErrorLine("profiles: async-profiler");
            HttpClient client = HttpClient.newHttpClient();
            client.send(HttpRequest.newBuilder(URI.create(url + "/gc")).build(), BodyHandlers.discarding());
            for (int i = 0; i < REQUESTS; i++) {
                client.send(HttpRequest.newBuilder(URI.create(url + "/work")).build(), BodyHandlers.discarding());
                client.send(HttpRequest.newBuilder(URI.create(url + "/keep")).build(), BodyHandlers.discarding());
            }
            List<ReceivedSpan> work = receiver.received().awaitSpans(span -> span.name().equals("GET /work"), REQUESTS);
            List<ReceivedSpan> keep = receiver.received().awaitSpans(span -> span.name().equals("GET /keep"), REQUESTS);

            assertThat(work).allSatisfy(span -> {
                assertThat(span.attribute("pyroscope.profile.id")).isEqualTo(span.spanId());
                assertThat(cost(span, "obs.profile.cpu_ms")).isBetween(50L, 100L);
                assertThat(cost(span, "obs.profile.blocked_ms")).isGreaterThanOrEqualTo(49);
            });
            assertThat(keep).allSatisfy(span -> assertThat(cost(span, "obs.profile.allocated_bytes")).isBetween(MIB, MIB * 3 / 2));
            app.closeInput().expectExit(0).expectCalmAgent();
        }
    }

    /** A thread's counters are asked for natively; the application finds JMX as untouched as without profiles. */
    @EachJdk(from = 17)
    void costsAreToldWithoutAnMBeanServer(Jdk jdk, @TempDir Path folder) throws Exception {
        Path loaded = folder.resolve("classes.log");
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess app = WorkerProcess.profiled(receiver).on(jdk).env("OBS_PROFILE", "cpu,alloc")
                .jvmOption("-Xlog:class+load:file=" + loaded).start()) {
            receiver.received().awaitSpan("a span with costs", span -> cost(span, "obs.profile.cpu_ms") > 0);
            app.closeInput().expectExit(0).expectCalmAgent();

            assertThat(Files.readAllLines(loaded)).anyMatch(line -> line.contains(" java.lang.management.ThreadMXBean "))
                    .noneMatch(line -> line.contains(" com.sun.jmx.") || line.contains(" javax.management.MBeanServer"));
        }
    }

    private static long cost(ReceivedSpan span, String attribute) {
        return span.attribute(attribute) == null ? 0 : (Long) span.attribute(attribute);
    }
}
