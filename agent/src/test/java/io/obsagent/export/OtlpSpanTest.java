package io.obsagent.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.telemetry.AttributeKey;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each field of a span, read by the protocol's own classes. */
class OtlpSpanTest {
    private static final RemoteContext CALLER =
            new RemoteContext(0x0102030405060708L, 0x8910111213141516L, 0xff00000000000001L, true, "a=1,b=2", null);
    private static final byte[] TRACE = {1, 2, 3, 4, 5, 6, 7, 8, (byte) 0x89, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16};
    private static final byte[] CALLER_SPAN = {(byte) 0xff, 0, 0, 0, 0, 0, 0, 1};

    private static ResourceSpans encoded(EndedSpans spans, Map<String, Object> resource) throws IOException {
        byte[] bytes = new TraceRequest(resource).encode(spans.taken()).toByteArray();
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(bytes);
        // Byte for byte what the protocol's own classes write: nothing padded, nothing superfluous, in order.
        assertThat(Arrays.equals(request.toByteArray(), bytes)).as("byte for byte").isTrue();
        return request.getResourceSpans(0);
    }

    private static Span encoded(EndedSpans spans, RemoteContext caller, Consumer<Operation> recording) throws IOException {
        Operation operation = spans.request(caller);
        recording.accept(operation);
        operation.end(null);
        return encoded(spans, Map.of()).getScopeSpans(0).getSpans(0);
    }

    private static Span encoded(Consumer<Operation> recording) throws IOException {
        return encoded(new EndedSpans(), null, recording);
    }

    @Test
    void whoItIs() throws IOException {
        EndedSpans spans = new EndedSpans();
        Operation request = spans.request(CALLER);
        request.name("GET /orders");
        request.end(null);
        Span span = encoded(spans, Map.of()).getScopeSpans(0).getSpans(0);

        assertThat(span.getTraceId().toByteArray()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId().toByteArray()).isEqualTo(CALLER_SPAN);
        assertThat(span.getSpanId().asReadOnlyByteBuffer().getLong()).isEqualTo(request.spanId());
        assertThat(span.getTraceState()).isEqualTo("a=1,b=2");
        assertThat(span.getName()).isEqualTo("GET /orders");
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(span.getFlags()).isEqualTo(0x301);
        assertThat(span.getEndTimeUnixNano() - span.getStartTimeUnixNano())
                .isEqualTo(request.span().endNanos() - request.startNanos());
        assertThat(span.getStartTimeUnixNano()).isEqualTo(request.startNanos() + request.trace().epochOffset());
    }

    @Test
    void theFlagOfARandomTraceIdGoesWithIt() throws IOException {
        RemoteContext caller = new RemoteContext(1, 2, 3, true, true, null, null);

        assertThat(encoded(new EndedSpans(), caller, operation -> {}).getFlags()).isEqualTo(0x303);
    }

    @Test
    void aRootHasNoParentAndNoState() throws IOException {
        Span span = encoded(operation -> {});

        assertThat(span.getParentSpanId().isEmpty()).isTrue();
        assertThat(span.getTraceState()).isEmpty();
        assertThat(span.getFlags()).isEqualTo(0x101);
        assertThat(span.hasStatus()).isFalse();
    }

    @Test
    void attributesOfAllTypes() throws IOException {
        Span span = encoded(operation -> {
            operation.set(AttributeKey.string("text"), "Gr\u00fc\u00dfe \ud83d\ude00");
            operation.set(AttributeKey.string("empty"), "");
            operation.set(AttributeKey.number("zero"), 0);
            operation.set(AttributeKey.number("below"), -5);
            operation.set(AttributeKey.flag("no"), false);
            operation.set(AttributeKey.decimal("none"), 0.0);
            operation.set(AttributeKey.decimal("half"), 0.5);
            operation.set(AttributeKey.strings("list"), new String[] {"a", "", "c"});
        });

        assertThat(values(span.getAttributesList())).containsExactly(
                Map.entry("text", AnyValue.newBuilder().setStringValue("Gr\u00fc\u00dfe \ud83d\ude00").build()),
                Map.entry("empty", AnyValue.newBuilder().setStringValue("").build()),
                Map.entry("zero", AnyValue.newBuilder().setIntValue(0).build()),
                Map.entry("below", AnyValue.newBuilder().setIntValue(-5).build()),
                Map.entry("no", AnyValue.newBuilder().setBoolValue(false).build()),
                Map.entry("none", AnyValue.newBuilder().setDoubleValue(0).build()),
                Map.entry("half", AnyValue.newBuilder().setDoubleValue(0.5).build()),
                Map.entry("list", list("a", "", "c")));
    }

    /** Where the length of a value, of what holds it, and of the span needs one byte more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 115, 118, 120, 123, 125, 126, 127, 128, 129, 16_000, 16_300, 16_383, 16_384, 100_000, 2_097_152})
    void valuesOfAnyLength(int length) throws IOException {
        String value = "x".repeat(length);
        String wide = "\u20ac".repeat(length / 3);
        Span span = encoded(operation -> {
            operation.set(AttributeKey.string("value"), value);
            operation.set(AttributeKey.string("wide"), wide);
        });

        assertThat(span.getAttributes(0).getValue().getStringValue()).isEqualTo(value);
        assertThat(span.getAttributes(1).getValue().getStringValue()).isEqualTo(wide);
    }

    @Test
    void halfASurrogatePairIsAQuestionMark() throws IOException {
        Span span = encoded(operation -> operation.set(AttributeKey.string("cut"), "ab\ud83d"));

        assertThat(span.getAttributes(0).getValue().getStringValue()).isEqualTo("ab?");
    }

    @Test
    void errorsAndExceptions() throws IOException {
        Span span = encoded(operation -> {
            operation.exception(new IllegalStateException("closed"));
            operation.error("it was closed");
        });

        assertThat(span.getStatus()).isEqualTo(
                Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage("it was closed").build());
        assertThat(span.getEvents(0).getName()).isEqualTo("exception");
        assertThat(span.getEvents(0).getTimeUnixNano()).isBetween(span.getStartTimeUnixNano(), span.getEndTimeUnixNano());
        assertThat(values(span.getEvents(0).getAttributesList()))
                .containsKeys("exception.type", "exception.message", "exception.stacktrace");
    }

    @Test
    void anErrorWithoutWords() throws IOException {
        Span span = encoded(operation -> operation.error(null));

        assertThat(span.getStatus()).isEqualTo(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).build());
    }

    @Test
    void links() throws IOException {
        Span span = encoded(operation -> {
            operation.link(CALLER);
            operation.link(new RemoteContext(1, 2, 3, false, true, null, null));
        });

        assertThat(span.getLinks(0).getTraceId().toByteArray()).isEqualTo(TRACE);
        assertThat(span.getLinks(0).getSpanId().toByteArray()).isEqualTo(CALLER_SPAN);
        assertThat(span.getLinks(0).getTraceState()).isEqualTo("a=1,b=2");
        assertThat(span.getLinks(0).getFlags()).isEqualTo(0x301);
        assertThat(span.getLinks(1).getFlags()).isEqualTo(0x302);
    }

    @Test
    void whatWasDroppedIsCounted() throws IOException {
        EndedSpans limited = new EndedSpans(Map.of("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "1", "OTEL_SPAN_EVENT_COUNT_LIMIT", "1",
                "OTEL_SPAN_LINK_COUNT_LIMIT", "1"));
        Span span = encoded(limited, null, operation -> {
            for (int i = 0; i < 3; i++) {
                operation.set(AttributeKey.number("n" + i), i);
                operation.exception(new IllegalStateException());
                operation.link(CALLER);
            }
        });

        assertThat(span.getAttributesCount()).isEqualTo(1);
        assertThat(span.getDroppedAttributesCount()).isEqualTo(2);
        assertThat(span.getDroppedEventsCount()).isEqualTo(2);
        assertThat(span.getDroppedLinksCount()).isEqualTo(2);
    }

    @Test
    void resourceAndScopeAreSaidOnce() throws IOException {
        EndedSpans spans = new EndedSpans();
        spans.request(null).end(null);
        spans.request(null).end(null);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("service.name", "shop");
        resource.put("process.pid", 7L);
        resource.put("process.command_args", List.of("java", "-jar"));
        resource.put("unknown", null);
        ResourceSpans batch = encoded(spans, resource);

        assertThat(values(batch.getResource().getAttributesList())).containsExactly(
                Map.entry("service.name", AnyValue.newBuilder().setStringValue("shop").build()),
                Map.entry("process.pid", AnyValue.newBuilder().setIntValue(7).build()),
                Map.entry("process.command_args", list("java", "-jar")));
        assertThat(batch.getSchemaUrl()).isEqualTo(batch.getScopeSpans(0).getSchemaUrl()).isEqualTo(Scope.SCHEMA_URL);
        assertThat(batch.getScopeSpans(0).getScope().getName()).isEqualTo("io.obsagent");
        assertThat(batch.getScopeSpans(0).getScope().getVersion()).isEqualTo(Scope.VERSION);
        assertThat(batch.getScopeSpans(0).getSpansCount()).isEqualTo(2);
    }

    private static Map<String, AnyValue> values(List<KeyValue> attributes) {
        Map<String, AnyValue> values = new LinkedHashMap<>();
        attributes.forEach(attribute -> values.put(attribute.getKey(), attribute.getValue()));
        return values;
    }

    private static AnyValue list(String... elements) {
        AnyValue.Builder list = AnyValue.newBuilder();
        Arrays.asList(elements).forEach(element -> list.getArrayValueBuilder().addValuesBuilder().setStringValue(element));
        return list.build();
    }
}
