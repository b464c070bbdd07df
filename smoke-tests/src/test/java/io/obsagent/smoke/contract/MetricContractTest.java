package io.obsagent.smoke.contract;

import static io.obsagent.smoke.contract.Samples.metric;
import static io.obsagent.smoke.contract.Samples.point;
import static io.obsagent.smoke.contract.Samples.request;
import static io.obsagent.smoke.contract.Samples.sql;
import static io.obsagent.smoke.contract.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Message;
import io.obsagent.smoke.otlp.ContractTerms;
import io.obsagent.smoke.otlp.Received;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetricContractTest {
    private static List<Violation> check(Message... requests) {
        return new ContractChecker().check(Received.of(requests), new ContractTerms());
    }

    private static Metric.Builder classesLoaded(long value, long time) {
        return Metric.newBuilder().setName("jvm.class.loaded").setUnit("{class}").setSum(Sum.newBuilder()
                .setIsMonotonic(true)
                .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                .addDataPoints(NumberDataPoint.newBuilder().setStartTimeUnixNano(1).setTimeUnixNano(time)
                        .setAsInt(value)));
    }

    @Test
    void good() {
        assertThat(check(request(sql()), request(metric(point())), request(classesLoaded(5, 10)),
                request(metric(point().setTimeUnixNano(9_000))), request(classesLoaded(5, 20)))).isEmpty();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("metric-unit", metric(point()).setUnit("ms")),
                arguments("metric-instrument", classesLoaded(1, 2).setName("jvm.class.count")),
                arguments("metric-bounds", metric(point().clearExplicitBounds().clearBucketCounts()
                        .addExplicitBounds(1).addBucketCounts(3).addBucketCounts(0))),
                arguments("metric-attribute", metric(point().addAttributes(text("thread.name", "main")))),
                arguments("unknown-metric", metric(point()).setName("db.calls")),
                arguments("deprecated-metric", metric(point()).setName("db.client.connections.use_time")),
                arguments("missing-attribute", metric(point().removeAttributes(0))),
                arguments("metric-type", Metric.newBuilder().setName("jvm.cpu.time").setUnit("s")
                        .setSum(classesLoaded(1, 2).getSum())),
                arguments("buckets", metric(point().setCount(4))),
                arguments("buckets", metric(point().addBucketCounts(0))),
                arguments("point-time", metric(point().setStartTimeUnixNano(0))),
                arguments("point-time", metric(point().setStartTimeUnixNano(3_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bad(String rule, Metric.Builder metric) {
        assertThat(check(request(metric))).extracting(Violation::rule).contains(rule);
    }

    @Test
    void aCumulativeSeriesNeitherFallsNorStartsAnew() {
        assertThat(check(request(classesLoaded(5, 10)), request(classesLoaded(4, 20))))
                .extracting(Violation::rule).containsExactly("monotonic");
        assertThat(check(request(metric(point())),
                request(metric(point().setTimeUnixNano(9_000).setStartTimeUnixNano(501)))))
                .extracting(Violation::rule).containsExactly("point-time");
    }

    @Test
    void everySpanStandsInItsDurationMetric() {
        Status error = Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).build();

        assertThat(check(request(sql().setStatus(error).addAttributes(text("error.type", "42P01"))),
                request(metric(point())))).extracting(Violation::rule).containsExactly("span-without-red");
        assertThat(check(request(sql()), request(metric(point().setCount(0).clearBucketCounts()))))
                .extracting(Violation::rule).containsExactly("span-without-red");
        assertThat(check(request(sql()), request(metric(point().setTimeUnixNano(1_500)))))
                .as("metrics collected before the span ended prove nothing").isEmpty();
    }
}
