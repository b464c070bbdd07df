package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.Received;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A platform without native library: the JDK's flight recorder takes the samples, and where it is missing too nobody does. */
class FlightRecorderTest {
    /** Each takes 100 ms and keeps 1 MiB. */
    private static final int MOST_ROUNDS = 600;

    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final Received received = receiver.received();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        receiver.close();
    }

    private void get(String url) throws Exception {
        client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
    }

    private boolean complete() {
        return named() && has("alloc_in_new_tlab_bytes", "EndpointServer.drop")
                && has("inuse_space", "EndpointServer.keep");
    }

    /** A sample of a request that had ended when its window did. */
    private boolean named() {
        return ProfileSample.of(received).stream().anyMatch(sample -> sample.frames().contains("EndpointServer.work")
                && !sample.spanId().isEmpty() && "GET /work".equals(sample.attributes().get("span_name")));
    }

    private boolean has(String type, String frame) {
        return ProfileSample.of(received).stream().anyMatch(sample -> sample.type().equals(type) && sample.frames().contains(frame));
    }

    @EachJdk(from = 17)
    void cpuAllocationsAndLiveObjectsAreSampled(Jdk jdk) throws Exception {
        JavaApp server = JavaApp.of("EndpointServer", AppSources.compile(17, List.of(), "endpoints")).on(jdk).withAgent().exportTo(receiver)
                .jvmOption("-Xmx1g", "-Dos.arch=riscv64").env("OBS_PROFILE", "cpu,wall,alloc,live").env("OBS_PROFILE_WINDOW", "1s");
        try (AppProcess app = server.start()) {
            String url = "http://127.0.0.1:" + app.awaitPort();
            app.awaitErrorLine("profiles: JDK Flight Recorder");
            for (int round = 0; round < MOST_ROUNDS && !complete(); round++) {
                get(url + "/work");
                get(url + "/drop");
                get(url + "/keep");
            }
            assertThat(complete()).isTrue();
            app.closeInput().expectExit(0).expectCalmAgent();

            assertThat(app.stderr().lines()).isEqualTo(app.agentLines());
            assertThat(app.agentLines()).filteredOn(line -> line.contains("async-profiler")).singleElement().asString()
                    .contains("no library for Linux on riscv64").contains("obs.profile").contains("flight recorder takes its place");
        }
    }

    @Test
    void withoutFlightRecorderOneLineSaysThatProfilesAreOff() {
        try (AppProcess worker = WorkerProcess.profiled(receiver)
                .jvmOption("-Dos.arch=riscv64", "--limit-modules=java.sql,java.instrument,java.management,java.naming").start()) {
            worker.awaitErrorLine("profiles are off: ");
            received.awaitSpans(10);
            worker.closeInput().expectExit(0);

            assertThat(worker.stdout().lines()).contains("worked well");
            assertThat(worker.agentLines()).filteredOn(line -> line.contains("profile")).singleElement().asString()
                    .contains("obs.profile").contains("no library for Linux on riscv64").contains("no module jdk.jfr");
        }
    }
}
