package io.obsagent.smoke.contract;

import static io.obsagent.smoke.contract.Samples.flag;
import static io.obsagent.smoke.contract.Samples.httpClient;
import static io.obsagent.smoke.contract.Samples.httpServer;
import static io.obsagent.smoke.contract.Samples.id;
import static io.obsagent.smoke.contract.Samples.number;
import static io.obsagent.smoke.contract.Samples.publish;
import static io.obsagent.smoke.contract.Samples.request;
import static io.obsagent.smoke.contract.Samples.resource;
import static io.obsagent.smoke.contract.Samples.sql;
import static io.obsagent.smoke.contract.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.obsagent.smoke.otlp.ContractTerms;
import io.obsagent.smoke.otlp.Received;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpanContractTest {
    private static final Status ERROR = Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).build();
    private static final int LOCAL_PARENT = 0x100;

    private final ContractTerms terms = new ContractTerms();

    private List<Violation> check(Message... requests) {
        return new ContractChecker().check(Received.of(requests), terms);
    }

    private static Span.Builder without(String key, Span.Builder span) {
        List<KeyValue> kept = span.getAttributesList().stream().filter(a -> !a.getKey().equals(key)).toList();
        return span.clearAttributes().addAllAttributes(kept);
    }

    private static Span.Builder with(KeyValue attribute, Span.Builder span) {
        return without(attribute.getKey(), span).addAttributes(attribute);
    }

    static Stream<Arguments> good() {
        return Stream.of(
                arguments("SQL", sql()),
                arguments("SQL in memory", with(text("db.system.name", "h2database"),
                        sql().setKind(Span.SpanKind.SPAN_KIND_INTERNAL))),
                arguments("failed SQL", sql().setStatus(ERROR).addAttributes(text("error.type", "42P01"))
                        .addAttributes(text("db.response.status_code", "42P01"))),
                arguments("SQL without summary", without("db.query.summary", sql()).setName("shop")),
                arguments("server", httpServer()),
                arguments("server without route", without("http.route", httpServer()).setName("GET")),
                arguments("server, 404", with(number("http.response.status_code", 404), httpServer())),
                arguments("server, made-up method", with(text("http.request.method", "_OTHER"), httpServer())
                        .setName("HTTP /users/{id}").addAttributes(text("http.request.method_original", "BREW"))),
                arguments("captured header", httpServer().addAttributes(KeyValue.newBuilder()
                        .setKey("http.request.header.x-team").setValue(AnyValue
                                .newBuilder().setArrayValue(ArrayValue.newBuilder()
                                        .addValues(text("", "blue").getValue()))))),
                arguments("client", httpClient()),
                arguments("client, 503", with(number("http.response.status_code", 503), httpClient())
                        .setStatus(ERROR).addAttributes(text("error.type", "503"))),
                arguments("publish", publish()),
                arguments("publish to a temporary queue", with(text("messaging.destination.name", "amq.gen-x"),
                        publish()).setName("publish").addAttributes(flag("messaging.destination.temporary", true))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void good(String what, Span.Builder span) {
        assertThat(check(request(span))).isEmpty();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("missing-attribute", without("url.path", httpServer())),
                arguments("missing-attribute", without("server.port", httpClient())),
                arguments("missing-attribute", without("server.port", httpServer())),
                arguments("missing-attribute", with(text("http.request.method", "_OTHER"), httpServer())
                        .setName("HTTP /users/{id}")),
                arguments("attribute-type", with(text("server.port", "5432"), sql())),
                arguments("attribute-type", with(text("db.system.name", "PostgreSQL"), sql())),
                arguments("unknown-attribute", sql().addAttributes(text("db.secret", "x"))),
                arguments("deprecated-attribute", sql().addAttributes(text("db.statement", "select ?"))),
                arguments("unknown-span", sql().clearAttributes()),
                arguments("span-kind", sql().setKind(Span.SpanKind.SPAN_KIND_INTERNAL)),
                arguments("span-kind", publish().setKind(Span.SpanKind.SPAN_KIND_CONSUMER)),
                arguments("span-kind", sql().clearKind()),
                arguments("span-name", sql().setName("query")),
                arguments("span-name", httpServer().setName("GET /users/7")),
                arguments("span-name", publish().setName("publish orders")),
                arguments("error-without-type", sql().setStatus(ERROR)),
                arguments("type-without-error", sql().addAttributes(text("error.type", "42P01"))),
                arguments("status-ok", sql().setStatus(Status.newBuilder()
                        .setCode(Status.StatusCode.STATUS_CODE_OK))),
                arguments("http-status", with(number("http.response.status_code", 500), httpServer())),
                arguments("http-status", with(number("http.response.status_code", 404), httpClient())),
                arguments("http-status", with(number("http.response.status_code", 404), httpServer())
                        .setStatus(ERROR).addAttributes(text("error.type", "404"))),
                arguments("http-method", with(text("http.request.method", "get"), httpServer())
                        .setName("get /users/{id}")),
                arguments("http-version", with(text("network.protocol.version", "HTTP/1.1"), httpServer())),
                arguments("redaction", with(text("url.full", "http://me:secret@shop/"), httpClient())),
                arguments("redaction", with(text("url.full", "http://shop/?a=1&sig=abc"), httpClient())),
                arguments("redaction", httpServer().addAttributes(text("url.query", "X-Amz-Signature=abc"))),
                arguments("sanitising", with(text("db.query.text", "select * from t where a = 'x'"), sql())),
                arguments("sanitising", with(text("db.query.text", "select * from t where a = 42"), sql())),
                arguments("sanitising", with(text("db.query.text", "select $$x$$"), sql())),
                arguments("sanitising", with(text("db.query.text", "select ? -- password"), sql())),
                arguments("db-parsed-names", sql().addAttributes(text("db.operation.name", "SELECT"))),
                arguments("db-status-code", sql().setStatus(ERROR).addAttributes(text("error.type", "x"))
                        .addAttributes(text("db.response.status_code", "1146-x"))),
                arguments("db-batch-size", sql().addAttributes(number("db.operation.batch.size", 1))),
                arguments("messaging-destination", with(text("messaging.destination.name", "orders:"), publish())
                        .setName("publish orders:")),
                arguments("unknown-span", with(text("messaging.operation.type", "publish"),
                        publish().setKind(Span.SpanKind.SPAN_KIND_CLIENT))),
                arguments("attribute-value", publish().addAttributes(flag("messaging.destination.temporary", false))),
                arguments("attribute-value", without("server.address", sql())),
                arguments("span-ids", sql().setTraceId(ByteString.copyFrom(new byte[16]))),
                arguments("span-ids", sql().setSpanId(id(7, 1))),
                arguments("span-ids", sql().setParentSpanId(id(3, 1))),
                arguments("span-times", sql().setEndTimeUnixNano(1)),
                arguments("duplicate-key", sql().addAttributes(text("db.namespace", "shop"))),
                arguments("empty-key", sql().addAttributes(text("", "x"))),
                arguments("orphan", sql().setParentSpanId(id(8, 9)).setFlags(LOCAL_PARENT)),
                arguments("dangling-link", sql().addLinks(Span.Link.newBuilder()
                        .setTraceId(id(16, 1)).setSpanId(id(8, 9)))),
                arguments("exception-once", sql().addEvents(exception()).addEvents(exception())));
    }

    private static Span.Event.Builder exception() {
        return Span.Event.newBuilder().setName("exception").addAttributes(text("exception.type", "Boom"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bad(String rule, Span.Builder span) {
        assertThat(check(request(span))).extracting(Violation::rule).contains(rule);
    }

    @Test
    void aResourceWithoutItsServiceIsAViolation() {
        assertThat(check(request(resource().removeAttributes(0), sql()))).singleElement().satisfies(violation ->
                assertThat(violation.detail()).isEqualTo("service.name"));
    }

    @Test
    void oneInstanceHasOneResource() {
        assertThat(check(request(sql()),
                request(resource().addAttributes(text("os.version", "6")), sql().setSpanId(id(8, 3)))))
                .extracting(Violation::rule).containsExactly("resource-differs");
    }

    @Test
    void aChildMustNotStartBeforeItsParentNorComeTwice() {
        Span.Builder child = sql().setSpanId(id(8, 5)).setParentSpanId(id(8, 2)).setStartTimeUnixNano(999);

        assertThat(check(request(sql(), child, child))).extracting(Violation::rule)
                .containsExactlyInAnyOrder("span-twice", "child-before-parent");
    }

    @Test
    void aParentInAnotherProcessNeedNotBeReceived() {
        assertThat(check(request(sql().setParentSpanId(id(8, 9)).setFlags(0x300)))).isEmpty();
    }

    @Test
    void termsLiftTheirPartOnly() {
        terms.lift(ContractTerms.Part.DEPRECATED_NAMES, "the test asked for the old names")
                .lift(ContractTerms.Part.WHOLE_TRACES, "the backend was down");

        assertThat(check(request(sql().addAttributes(text("db.statement", "select ?"))
                .setParentSpanId(id(8, 9)).setFlags(LOCAL_PARENT)))).isEmpty();
        assertThat(check(request(sql().addAttributes(text("db.secret", "x")))))
                .extracting(Violation::rule).containsExactly("unknown-attribute");
    }
}
