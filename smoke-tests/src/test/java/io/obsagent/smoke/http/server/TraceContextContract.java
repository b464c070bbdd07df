package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The cases of the W3C Trace Context test suite that a server can be asked: which headers continue a trace, which
 * restart it, and what becomes of the state. Each request carries a query of its own to find its span by.
 */
abstract class TraceContextContract extends HttpServerContract {
    private static int requests;

    /** The span of a request with these header lines. */
    private ReceivedSpan sent(String... headers) {
        String query = "w3c-" + requests++ + "-" + System.nanoTime();
        StringBuilder request = new StringBuilder("GET " + context() + "/hello?" + query + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        String answer = RawHttp.exchange(port, request.append("Connection: close\r\n\r\n").toString());
        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("hello");
        return receiver.received().awaitSpan("span of " + query, span -> query.equals(span.attribute("url.query")));
    }

    private static void assertContinued(ReceivedSpan span, TracedRequest traced) {
        assertThat(span.traceId()).isEqualTo(traced.traceId);
        assertThat(span.parentId()).isEqualTo(traced.parentId);
    }

    @Test
    void malformedParentsRestartTheTrace() {
        TracedRequest traced = new TracedRequest();
        String trace = traced.traceId;
        String parent = traced.parentId;
        List<String> malformed = new ArrayList<>(List.of(
                "00-" + trace + "-" + parent + "-0", "00-" + trace + "-" + parent + "-01-extra", "0-" + trace + "-" + parent + "-01",
                "ff-" + trace + "-" + parent + "-01", "00-" + "0".repeat(32) + "-" + parent + "-01",
                "00-" + trace + "-" + "0".repeat(16) + "-01", "00-" + trace.substring(1) + "-" + parent + "-01",
                "00-" + trace.replace(trace.charAt(0), 'G') + "-" + parent + "-01", "00-" + trace + "-" + parent + "-.1",
                "00-" + trace + "-" + parent, "", "00_" + trace + "_" + parent + "_01"));
        for (String header : malformed) {
            ReceivedSpan span = sent("traceparent: " + header);
            assertThat(span.traceId()).as(header).isNotEqualTo(trace);
            assertThat(span.parentId()).as(header).isEmpty();
        }
    }

    @Test
    void aRepeatedParentRestartsTheTrace() {
        TracedRequest traced = new TracedRequest();
        ReceivedSpan span = sent("traceparent: " + traced.traceparent(), "traceparent: " + new TracedRequest().traceparent());

        assertThat(span.parentId()).isEmpty();
    }

    @Test
    void laterVersionsAreReadAsFarAsTheyAreKnown() {
        TracedRequest traced = new TracedRequest();
        assertContinued(sent("traceparent: cc-" + traced.traceId + "-" + traced.parentId + "-01"), traced);
        assertContinued(sent("traceparent: cc-" + traced.traceId + "-" + traced.parentId + "-01-what-the-future"), traced);
    }

    @Test
    void repeatedStatesAreJoinedInTheirOrder() {
        TracedRequest traced = new TracedRequest();
        ReceivedSpan span = sent("traceparent: " + traced.traceparent(), "tracestate: foo=1", "tracestate: bar=2,rojo=1");

        assertContinued(span, traced);
        assertThat(span.proto().getTraceState()).isEqualTo("foo=1,bar=2,rojo=1");
    }

    @Test
    void thirtyTwoMembersAndOddKeysAreKept() {
        StringBuilder state = new StringBuilder("foo@bar=1");
        for (int i = 1; i < 32; i++) {
            state.append(",k").append(i).append("-_*/=v").append(i);
        }
        TracedRequest traced = new TracedRequest();
        ReceivedSpan span = sent("traceparent: " + traced.traceparent(), "tracestate: " + state);

        assertContinued(span, traced);
        assertThat(span.proto().getTraceState()).isEqualTo(state.toString());
    }

    @Test
    void aMalformedStateDoesNotCostTheTrace() {
        TracedRequest traced = new TracedRequest();
        ReceivedSpan span = sent("traceparent: " + traced.traceparent(), "tracestate: foo =1,=,\t");

        assertContinued(span, traced);
    }

    @Test
    void anUnsampledParentHasNoSpans() {
        TracedRequest traced = new TracedRequest();
        RawHttp.exchange(port, "GET " + context() + "/child?id=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\ntraceparent: "
                + traced.traceparent().substring(0, 53) + "00\r\n\r\n");
        sent();

        assertThat(receiver.received().spans(span -> span.traceId().equals(traced.traceId))).isEmpty();
        receiver.received().await("the metric of it", () -> receiver.received()
                .count("http.server.request.duration") > 1 ? Optional.of(true) : Optional.empty());
    }
}
