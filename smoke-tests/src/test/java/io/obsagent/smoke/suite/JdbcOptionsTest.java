package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.otlp.ContractTerms;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What JDBC tells only when it is asked to, and spans of connections, which need a request that waits. */
class JdbcOptionsTest {
    private static final Library H2 = Libraries.resolve("com.h2database:h2:2.2.224");
    private static final String URL = "jdbc:h2:mem:shop";

    private final JavaApp calls = JavaApp.of("JdbcCalls", AppSources.compile(H2, "jdbc")).withAgent();

    @Test
    void rowsAndTheTimeOfFetchingThem() {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            Received received = receiver.received();
            JdbcScenario.runToItsEnd(calls.exportTo(receiver).env("OBS_INSTRUMENTATION_JDBC_ROWS_ENABLED", "true"),
                    received, JdbcScenario.ALL_CALLS, URL).expectCalmAgent();

            Map<String, String> select = Map.of("db.query.summary", "SELECT accounts");
            assertThat(received.count("obs.db.client.fetch.duration", select)).isEqualTo(5);
            assertThat(received.latest("db.client.response.returned_rows")).singleElement().satisfies(point -> {
                assertThat(point.count()).isEqualTo(5);
                assertThat(point.sum()).isEqualTo(5);
            });
        }
    }

    @Test
    void oldNamesBesideTheStableOnes() {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            receiver.terms().lift(ContractTerms.Part.DEPRECATED_NAMES, "asked for");
            Received received = receiver.received();
            JdbcScenario.runToItsEnd(calls.exportTo(receiver).env("OTEL_SEMCONV_STABILITY_OPT_IN", "database/dup"),
                    received, JdbcScenario.ALL_CALLS, URL).expectCalmAgent();

            JdbcScenario.expectAllCalls(received, "h2database");
            assertThat(received.spans(span -> span.name().equals("UPDATE accounts"))).singleElement()
                    .satisfies(span -> assertThat(span.attributes()).containsEntry("db.system", "h2")
                            .containsEntry("db.name", "shop").containsEntry("db.operation", "UPDATE")
                            .containsEntry("db.statement", span.attribute("db.query.text")));
        }
    }

    @Test
    void aRequestThatWaitsForAConnectionShowsIt() throws Exception {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess app = JavaApp.of("RequestWithJdbc", AppSources.compile(H2, "jdbc-request")).withAgent()
                        .exportTo(receiver).start(URL)) {
            URI uri = URI.create("http://localhost:" + app.awaitPort() + "/");
            assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);

            ReceivedSpan request = receiver.received().awaitSpan("request", span -> span.kind() == SpanKind.SPAN_KIND_SERVER);
            assertThat(receiver.received().spans(span -> span.name().startsWith("connect "))).singleElement()
                    .satisfies(connect -> assertThat(connect.isChildOf(request)).isTrue());
            receiver.received().awaitCount("db.client.connection.create_time", Map.of(), 2);
            app.closeInput().expectExit(0).expectCalmAgent();
        }
    }
}
