package io.obsagent.telemetry.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.config.PropagationSettings;
import io.obsagent.config.Settings;
import io.obsagent.telemetry.CounterSeries;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Metrics;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Telemetries;
import io.obsagent.telemetry.Telemetry;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The W3C trace-context cases and the other formats, on headers as HTTP delivers them. */
class PropagationTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Metrics metrics = new Telemetry(Settings.of(null, Collections.emptyMap(), Map.of()), true, ended -> { }).metrics();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private static Propagation of(String propagators) {
        return Propagation.of(PropagationSettings.of(
                Settings.of(null, Collections.emptyMap(), Map.of("OTEL_PROPAGATORS", propagators))));
    }

    private RemoteContext extract(String propagators) {
        return of(propagators).extract(headers, Map::get, new MalformedHeaders(metrics));
    }

    private long malformed() {
        return metrics.counter("obs.propagation.malformed.headers", "", "").all().stream().mapToLong(CounterSeries::value).sum();
    }

    @Test
    void readsTraceparentInAnyCaseOfItsName() {
        headers.put("TraceParent", PARENT);

        RemoteContext context = extract("tracecontext");
        assertThat(context.traceHigh()).isEqualTo(0x0af7651916cd43ddL);
        assertThat(context.traceLow()).isEqualTo(0x8448eb211c80319cL);
        assertThat(context.spanId()).isEqualTo(0xb7ad6b7169203331L);
        assertThat(context.sampled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "00-00000000000000000000000000000000-b7ad6b7169203331-01", "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-extra", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x", "0-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01", "", "garbage", "00-.af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01,00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    })
    void aMalformedOrRepeatedTraceparentRestartsTheTrace(String header) {
        headers.put("traceparent", header);
        headers.put("tracestate", "a=1");

        assertThat(extract("tracecontext")).isNull();
        assertThat(malformed()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"00,false,false", "01,true,false", "02,false,true", "03,true,true", "fc,false,false", "f3,true,true"})
    void readsTheTwoFlagsThatAreKnown(String flags, boolean sampled, boolean random) {
        headers.put("traceparent", PARENT.substring(0, 53) + flags);
        headers.put("baggage", "user=jane");

        assertThat(extract("tracecontext,baggage").sampled()).isEqualTo(sampled);
        assertThat(extract("tracecontext,baggage").random()).isEqualTo(random);
    }

    @Test
    void readsFutureVersionsByTheirFirstPart() {
        headers.put("traceparent", "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-the-future");
        assertThat(extract("tracecontext").spanId()).isEqualTo(0xb7ad6b7169203331L);

        headers.put("traceparent", "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.what");
        assertThat(extract("tracecontext")).isNull();
        assertThat(malformed()).isEqualTo(1);
    }

    @Test
    void keepsTracestateInOrderWithoutBlanksAndEmptyMembers() {
        headers.put("traceparent", PARENT);
        headers.put("tracestate", "foo=1 ,\tbar=2,,  tenant@sys=x:y ");

        assertThat(extract("tracecontext").traceState()).isEqualTo("foo=1,bar=2,tenant@sys=x:y");
        assertThat(malformed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo =1", "FOO=1", "@foo=1", "foo.bar=1", "foo=1=2", "=1", "foo=", "foo,bar=1"})
    void dropsATracestateThatIsMalformed(String header) {
        headers.put("traceparent", PARENT);
        headers.put("tracestate", header);

        assertThat(extract("tracecontext").traceState()).isNull();
        assertThat(malformed()).isEqualTo(1);
    }

    @Test
    void ofARepeatedKeyKeepsTheFirst() {
        headers.put("traceparent", PARENT);
        headers.put("tracestate", "foo=1,bar=2,foo=3");

        assertThat(extract("tracecontext").traceState()).isEqualTo("foo=1,bar=2");
    }

    @Test
    void takesThirtyTwoMembersAndNotOneMore() {
        StringBuilder members = new StringBuilder("k0=0");
        for (int i = 1; i < 32; i++) {
            members.append(",k").append(i).append('=').append(i);
        }
        headers.put("traceparent", PARENT);
        headers.put("tracestate", members.toString());
        assertThat(extract("tracecontext").traceState()).isEqualTo(members.toString());

        headers.put("tracestate", members + ",k32=32");
        assertThat(extract("tracecontext").traceState()).isNull();
        assertThat(malformed()).isEqualTo(1);
    }

    @Test
    void passesBaggageOnWithoutASpanToo() {
        headers.put("baggage", "user=jane, broken,plan=pro;meta=1");

        RemoteContext context = extract("tracecontext,baggage");
        assertThat(context.hasSpan()).isFalse();
        assertThat(context.baggage()).isEqualTo("user=jane,plan=pro;meta=1");
    }

    @Test
    void boundsBaggage() {
        headers.put("baggage", "a=" + "x".repeat(5000) + ",b=" + "y".repeat(5000));

        assertThat(extract("baggage").baggage()).hasSize(5002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tracecontext", "b3", "b3multi", "jaeger", "xray"})
    void readsWhatItWrites(String format) {
        Operation operation = Telemetries.plain().telemetry().thread().start(Layer.HTTP_CLIENT, Kind.CLIENT);
        of(format).inject(operation, headers, Map::put);

        RemoteContext context = extract(format);
        assertThat(context.traceHigh()).isEqualTo(operation.trace().high());
        assertThat(context.traceLow()).isEqualTo(operation.trace().low());
        assertThat(context.spanId()).isEqualTo(operation.spanId());
        assertThat(context.sampled()).isTrue();
        assertThat(of(format).fields().stream().map(f -> f.toLowerCase(Locale.ROOT)))
                .containsAll(headers.keySet().stream().map(f -> f.toLowerCase(Locale.ROOT)).collect(Collectors.toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tracecontext", "b3", "b3multi", "jaeger", "xray"})
    void passesOnThatATraceIsNotSampled(String format) {
        Operation operation = Telemetries.with(Map.of("OTEL_TRACES_SAMPLER", "always_off")).telemetry().thread()
                .start(Layer.HTTP_CLIENT, Kind.CLIENT);
        of(format).inject(operation, headers, Map::put);

        assertThat(extract(format).sampled()).isFalse();
        assertThat(extract(format).traceLow()).isEqualTo(operation.trace().low());
    }

    @Test
    void readsForeignSpellings() {
        headers.put("b3", "8448eb211c80319c-b7ad6b7169203331-d");
        assertThat(extract("b3").traceHigh()).isZero();
        assertThat(extract("b3").sampled()).isTrue();

        headers.put("uber-trace-id", "8448eb211c80319c%3A3331%3A0%3A3");
        assertThat(extract("jaeger").spanId()).isEqualTo(0x3331);

        headers.put("X-Amzn-Trace-Id", "Sampled=1;Parent=b7ad6b7169203331;Root=1-0af76519-16cd43dd8448eb211c80319c");
        assertThat(extract("xray").traceHigh()).isEqualTo(0x0af7651916cd43ddL);
    }
}
