package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.PyroscopeSeries;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.obsagent.smoke.otlp.Signal;
import java.nio.charset.StandardCharsets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Pyroscope server is sent: by which name, with which credentials, and which span a sample is found by. */
class PyroscopeTest {
    private static final int REQUESTS = 30;
    private static final String PROFILE_ID = "pyroscope.profile.id";

    private final HttpClient client = HttpClient.newHttpClient();
    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final Received received = receiver.received();

    @AfterEach
    void stop() {
        receiver.close();
    }

    private JavaApp server() {
        return JavaApp.of("NestedServer", AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"), "nested"))
                .jvmOption("-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,NestedServer::*")
                .withAgent().exportTo(receiver).env("OBS_PROFILE", "cpu:5ms").env("OBS_PROFILE_WINDOW", "1s")
                .env("PYROSCOPE_SERVER_ADDRESS", receiver.httpEndpoint());
    }

    private void ask(JavaApp server) throws Exception {
        try (AppProcess app = server.start()) {
            String url = "http://127.0.0.1:" + app.awaitPort() + "/ask";
            app.awaitErrorLine("profiles: async-profiler");
            for (int i = 0; i < REQUESTS; i++) {
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
            }
            app.closeInput().expectExit(0).expectCalmAgent();
        }
    }

    /** Those that were sampled, by their ids. */
    private Map<String, ReceivedSpan> spans(String name) {
        return received.spans(span -> span.name().startsWith(name) && span.attribute(PROFILE_ID) != null).stream().collect(Collectors.toMap(ReceivedSpan::spanId, span -> span));
    }

    private List<ProfileSample> samples(String frame) {
        return PyroscopeSeries.of(received).stream().flatMap(series -> series.samples().stream())
                .filter(sample -> sample.frames().contains("NestedServer." + frame)).toList();
    }

    @Test
    void aRequestIsFoundWithAllBelowIt() throws Exception {
        ask(server());
        Map<String, ReceivedSpan> requests = spans("GET /ask");

        assertThat(samples("inRequest")).isNotEmpty().allMatch(sample -> requests.containsKey(sample.spanId()));
        assertThat(samples("inDatabase")).isNotEmpty().allMatch(sample -> requests.containsKey(sample.spanId()));
        assertThat(samples("inDatabase")).allMatch(sample -> requests.get(sample.spanId()).traceId().equals(sample.traceId()));
        assertThat(spans("CALL").values()).isNotEmpty().allMatch(span -> requests.containsKey(String.valueOf(span.attribute(PROFILE_ID))));
    }

    @Test
    void inLeafModeEachSpanIsFoundByItself() throws Exception {
        ask(server().env("OBS_PROFILE_SPAN", "leaf"));
        Map<String, ReceivedSpan> requests = spans("GET /ask");
        Map<String, ReceivedSpan> calls = spans("CALL");

        assertThat(samples("inRequest")).isNotEmpty().allMatch(sample -> requests.containsKey(sample.spanId()));
        assertThat(samples("inDatabase")).isNotEmpty().allMatch(sample -> calls.containsKey(sample.spanId()));
        assertThat(calls.values()).allMatch(span -> span.spanId().equals(span.attribute(PROFILE_ID)));
        assertThat(requests.values()).allMatch(span -> span.spanId().equals(span.attribute(PROFILE_ID)));
    }

    /** The link of an OTLP sample is the span itself, whatever Pyroscope finds it by. */
    @ParameterizedTest
    @CsvSource({"root", "leaf"})
    void otlpLinksTheSpanItself(String mode) throws Exception {
        ask(server().env("OBS_PROFILE_SPAN", mode)
                .env("OTEL_EXPORTER_OTLP_PROFILES_ENDPOINT", receiver.httpEndpoint() + Signal.PROFILES.path()));
        Map<String, ReceivedSpan> calls = spans("CALL");

        assertThat(ProfileSample.of(received)).filteredOn(sample -> sample.frames().contains("NestedServer.inDatabase")).isNotEmpty()
                .allMatch(sample -> calls.containsKey(sample.spanId()) && calls.get(sample.spanId()).traceId().equals(sample.traceId()));
    }

    @Test
    void seriesAreLabelledByTheResource() throws Exception {
        ask(server().env("OTEL_SERVICE_NAME", "shop").env("OTEL_RESOURCE_ATTRIBUTES", "service.version=1.2,deployment.environment.name=test")
                .env("PYROSCOPE_LABELS", "zone=b"));

        assertThat(PyroscopeSeries.of(received)).isNotEmpty().allSatisfy(series -> {
            assertThat(series.labels()).containsEntry("__name__", "process_cpu").containsEntry("service_name", "shop")
                    .containsEntry("service_version", "1.2").containsEntry("deployment_environment_name", "test").containsEntry("zone", "b")
                    .containsEntry("__delta__", "false").doesNotContainKeys("process_pid", "span_id", "trace_id");
            assertThat(series.samples()).allMatch(sample -> List.of("span_name").containsAll(sample.attributes().keySet()));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PYROSCOPE_AUTH_TOKEN, t0ken, authorization, Bearer t0ken",
        "PYROSCOPE_TENANT_ID, acme, x-scope-orgid, acme",
        "PYROSCOPE_HTTP_HEADERS, 'X-Way=north', x-way, north",
        "PYROSCOPE_HTTP_HEADERS, '{\"X-Way\": \"south\"}', x-way, south",
    })
    void credentialsAndHeadersGoAlong(String setting, String value, String header, String sent) throws Exception {
        ask(server().env(setting, value));

        assertThat(received.requests(Signal.PYROSCOPE_PUSH)).isNotEmpty().allSatisfy(request -> assertThat(request.headers())
                .containsEntry(header, sent).containsEntry("content-type", "application/proto"));
    }

    @Test
    void userAndPasswordGoAlong() throws Exception {
        ask(server().env("PYROSCOPE_BASIC_AUTH_USER", "me").env("PYROSCOPE_BASIC_AUTH_PASSWORD", "secret"));
        String basic = "Basic " + Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8));

        assertThat(received.requests(Signal.PYROSCOPE_PUSH)).isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("authorization", basic));
    }

    /** What is set for Pyroscope's own agent says the same to this one. */
    @Test
    void settingsOfPyroscopesAgentAreUnderstood() {
        JavaApp worker = JavaApp.of("Worker", WorkerProcess.classPath()).withAgent().exportTo(receiver)
                .env("PYROSCOPE_SERVER_ADDRESS", receiver.httpEndpoint()).env("PYROSCOPE_APPLICATION_NAME", "their-name")
                .env("PYROSCOPE_UPLOAD_INTERVAL", "2s").env("PYROSCOPE_PROFILING_INTERVAL", "20ms").env("PYROSCOPE_PROFILER_ALLOC", "256k");
        try (AppProcess app = worker.start()) {
            assertThat(app.awaitErrorLine("profiles: async-profiler")).contains("cpu 20ms", "alloc 256k", "every 2 s");
            received.awaitRequests(Signal.PYROSCOPE_PUSH, 2);
            app.closeInput().expectExit(0).expectCalmAgent();
        }
        assertThat(PyroscopeSeries.of(received)).isNotEmpty().allMatch(series -> series.labels().get("service_name").equals("their-name"));
        assertThat(PyroscopeSeries.of(received)).filteredOn(series -> series.labels().get("__name__").equals("process_cpu"))
                .isNotEmpty().allMatch(series -> series.period() == 20_000_000);
    }

    @Test
    void pyroscopesAgentSwitchedOffIsNoProfiles() {
        JavaApp worker = JavaApp.of("Worker", WorkerProcess.classPath()).withAgent().exportTo(receiver)
                .env("PYROSCOPE_SERVER_ADDRESS", receiver.httpEndpoint()).env("PYROSCOPE_AGENT_ENABLED", "false");
        try (AppProcess app = worker.start()) {
            received.awaitSpans(10);
            app.closeInput().expectExit(0).expectCalmAgent();

            assertThat(app.agentLines()).noneMatch(line -> line.contains("profiles"));
            assertThat(received.requests(Signal.PYROSCOPE_PUSH)).isEmpty();
        }
    }
}
