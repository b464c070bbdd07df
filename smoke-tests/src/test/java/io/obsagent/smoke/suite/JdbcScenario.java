package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the application {@code src/apps/jdbc} does, and therefore what must arrive, on any database. */
final class JdbcScenario {
    static final String DURATION = "db.client.operation.duration";

    /** Calls by query summary; the two failing ones are among them. */
    static final Map<String, Long> CALLS = Map.of(
            "CREATE TABLE accounts", 1L, "INSERT accounts", 7L, "UPDATE accounts", 1L, "SELECT accounts", 5L,
            "BATCH INSERT accounts", 1L, "BATCH", 1L, "SELECT missing", 1L, "DROP TABLE accounts", 1L);

    static final int ALL_CALLS = 18;

    private JdbcScenario() {
    }

    /**
     * Runs an application that has an argument "wait", and lets it end once its calls have arrived. Tests that are not
     * about the end of a process do not depend on its last three seconds, which are few on a loaded machine.
     */
    static AppProcess run(JavaApp app, Received received, long calls, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("wait");
        AppProcess process = app.start(all.toArray(new String[0]));
        process.awaitLine("done");
        received.awaitCount(DURATION, Map.of(), calls);
        return process;
    }

    static AppProcess runToItsEnd(JavaApp app, Received received, int calls, String... arguments) {
        AppProcess process = run(app, received, calls, arguments);
        received.awaitSpans(calls);
        return process.closeInput().expectExit(0);
    }

    /** Every call has one span and one value, named alike, and nothing else is there. */
    static void expectAllCalls(Received received, String system) {
        List<ReceivedSpan> spans = received.spans(span -> span.attribute("db.system.name") != null);
        assertThat(spans).allSatisfy(span -> {
            assertThat(span.attribute("db.system.name")).isEqualTo(system);
            assertThat(span.parentId()).isEmpty();
        });
        Map<String, Long> spansByName = spans.stream().filter(span -> span.attribute("db.query.summary") != null)
                .collect(Collectors.groupingBy(ReceivedSpan::name, TreeMap::new, Collectors.counting()));
        assertThat(spansByName).containsExactlyInAnyOrderEntriesOf(CALLS);
        CALLS.forEach((summary, calls) -> assertThat(received.count(DURATION, Map.of("db.query.summary", summary)))
                .as("values of " + summary).isEqualTo(calls));
    }

    /** The failing calls, and only those, are errors on span and metric. */
    static void expectFailures(Received received) {
        List<ReceivedSpan> failed = received.spans(ReceivedSpan::isError);
        assertThat(failed).extracting(ReceivedSpan::name)
                .containsExactlyInAnyOrder("SELECT missing", "INSERT accounts");
        failed.forEach(span -> assertThat(received.count(DURATION, Map.of(
                "db.query.summary", span.name(), "error.type", span.attribute("error.type")))).isEqualTo(1));
    }

    /** Values of the application never leave it. */
    static void expectNothingLeaked(Received received) {
        assertThat(received.spans()).allSatisfy(span -> assertThat(span.proto().toString())
                .doesNotContain("alice").doesNotContain("secret").doesNotContain("owner 1"));
    }

    static void expectBatches(Received received) {
        assertThat(received.spans(span -> span.name().equals("BATCH INSERT accounts"))).singleElement()
                .satisfies(span -> assertThat(span.attribute("db.operation.batch.size")).isEqualTo(4L));
        assertThat(received.spans(span -> span.name().equals("BATCH"))).singleElement()
                .satisfies(span -> assertThat(span.attribute("db.operation.batch.size")).isEqualTo(3L));
        assertThat(received.spans(span -> span.kind() == SpanKind.SPAN_KIND_SERVER)).isEmpty();
    }
}
