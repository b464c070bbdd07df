package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What whole applications add: a chain of HTTP, a service, HTTP again and a database, many at a time. */
abstract class SpringContract extends TraceContextContract {
    @Override
    String context() {
        return "/app";
    }

    @Override
    String userRoute() {
        return "/app/users/{id}";
    }

    @Override
    boolean acceptsMadeUpMethods() {
        return false;
    }

    @Test
    void theTemplatesOfNestedFunctionsAreTheRoute() {
        ReceivedSpan span = get("/functions/4711/parts/12", 200);

        assertThat(span.attribute("http.route")).isEqualTo("/app/functions/{id}/parts/{part}");
        assertThat(span.name()).isEqualTo("GET /app/functions/{id}/parts/{part}");
    }

    @Test
    void ofFiftyParallelChainsEachIsOneWholeTrace() {
        List<TracedRequest> requests = new ArrayList<>();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            TracedRequest traced = new TracedRequest();
            requests.add(traced);
            answers.add(sendAsync(request(traced, "/chain?id=" + i)));
        }
        for (int i = 0; i < 50; i++) {
            assertThat(answers.get(i).join().body()).isEqualTo("child " + i + "child " + i);
            assertChain(requests.get(i), "SELECT T" + i);
        }
    }

    private void assertChain(TracedRequest traced, String query) {
        List<ReceivedSpan> trace = receiver.received().await("five spans of " + traced.traceId, () -> {
            List<ReceivedSpan> spans = receiver.received().spans(span -> span.traceId().equals(traced.traceId));
            return spans.size() >= 5 ? Optional.of(spans) : Optional.empty();
        });
        assertThat(trace).hasSize(5);
        ReceivedSpan chain = only(trace, span -> span.parentId().equals(traced.parentId));
        ReceivedSpan onward = only(trace, span -> span.isChildOf(chain) && span.attribute("url.full") != null);
        ReceivedSpan next = only(trace, span -> span.isChildOf(onward));

        assertThat(chain.name()).isEqualTo("GET /app/chain");
        assertThat(next.name()).isEqualTo("GET /app/child");
        assertThat(next.kind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
        assertThat(only(trace, span -> span.isChildOf(next)).name()).isEqualTo(query);
        assertThat(only(trace, span -> span.isChildOf(chain) && span != onward).name()).isEqualTo(query);
    }

    private static ReceivedSpan only(List<ReceivedSpan> trace, Predicate<ReceivedSpan> wanted) {
        List<ReceivedSpan> found = trace.stream().filter(wanted).toList();
        assertThat(found).as("one of %s", trace).hasSize(1);
        return found.get(0);
    }
}
