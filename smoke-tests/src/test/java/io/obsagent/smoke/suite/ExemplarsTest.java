package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.MetricPoint;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way from a RED metric to a trace. */
class ExemplarsTest {
    private final JavaApp calls = JavaApp.of("JdbcCalls",
            AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"), "jdbc")).withAgent();

    private List<MetricPoint> points(Received received) {
        return received.points().stream().filter(point -> point.name().equals(JdbcScenario.DURATION)).toList();
    }

    @Test
    void eachSeriesLeadsToASpanOfItsOwnThatTookAsLong() {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            Received received = receiver.received();
            JdbcScenario.runToItsEnd(calls.exportTo(receiver), received, JdbcScenario.ALL_CALLS, "jdbc:h2:mem:exemplars");

            assertThat(points(received)).extracting(point -> point.attribute("db.query.summary")).containsAll(JdbcScenario.CALLS.keySet());
            assertThat(points(received).stream().filter(point -> !point.exemplars().isEmpty()))
                    .extracting(point -> point.attribute("db.query.summary")).containsAll(JdbcScenario.CALLS.keySet());
            points(received).forEach(point -> point.exemplars().forEach(exemplar -> leads(exemplar, point, received)));
        }
    }

    private static void leads(Exemplar exemplar, MetricPoint point, Received received) {
        String span = HexFormat.of().formatHex(exemplar.getSpanId().toByteArray());
        assertThat(received.spans(candidate -> candidate.spanId().equals(span))).singleElement().satisfies(found -> {
            assertThat(found.traceId()).isEqualTo(HexFormat.of().formatHex(exemplar.getTraceId().toByteArray()));
            assertThat(found.attribute("db.query.summary")).isEqualTo(point.attribute("db.query.summary"));
            assertThat(found.durationNanos() / 1e9).isCloseTo(exemplar.getAsDouble(), within(1e-9));
        });
    }

    @Test
    void noneForCallsThatHaveNoSpanToLeadTo() {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            JdbcScenario.run(calls.exportTo(receiver).env("OTEL_TRACES_SAMPLER", "always_off")
                    .env("OTEL_METRICS_EXEMPLAR_FILTER", "always_on"), receiver.received(), JdbcScenario.ALL_CALLS, "jdbc:h2:mem:exemplars")
                    .closeInput().expectExit(0);

            assertThat(points(receiver.received())).isNotEmpty().allSatisfy(point -> assertThat(point.exemplars()).isEmpty());
        }
    }
}
