package io.obsagent.smoke.demo;

import io.obsagent.smoke.otlp.ReceivedSpan;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One trace as a tree: who called whom, in which service, how long. */
final class TraceTree {
    private final List<ReceivedSpan> spans;

    private TraceTree(List<ReceivedSpan> spans) {
        this.spans = spans;
    }

    /** The trace with most spans, of those the one that took longest: the first request is rarely the best example. */
    static TraceTree longest(List<ReceivedSpan> all) {
        Map<String, List<ReceivedSpan>> traces = all.stream().collect(Collectors.groupingBy(ReceivedSpan::traceId));
        Comparator<List<ReceivedSpan>> bySize = Comparator.comparingInt(List::size);
        return new TraceTree(traces.values().stream()
                .max(bySize.thenComparing(trace -> trace.stream().mapToLong(ReceivedSpan::durationNanos).max().orElse(0)))
                .orElseThrow());
    }

    void print(PrintStream out) {
        out.println();
        out.println("One trace across " + spans.stream().map(span -> span.resource("service.name")).distinct().count()
                + " processes, " + spans.get(0).traceId());
        spans.stream().filter(this::isRoot).forEach(root -> print(out, root, "  "));
    }

    private boolean isRoot(ReceivedSpan span) {
        return spans.stream().noneMatch(other -> other.spanId().equals(span.parentId()));
    }

    private void print(PrintStream out, ReceivedSpan span, String indent) {
        out.printf(Locale.ROOT, "%-58s %-9s %9.2f ms%s%n", indent + kind(span) + "  " + span.name(),
                span.resource("service.name"), span.durationNanos() / 1e6, span.isError() ? "  error" : "");
        spans.stream().filter(child -> Objects.equals(child.parentId(), span.spanId()))
                .sorted(Comparator.comparingLong(child -> child.proto().getStartTimeUnixNano()))
                .forEach(child -> print(out, child, indent + "    "));
    }

    private static String kind(ReceivedSpan span) {
        return span.kind().name().replace("SPAN_KIND_", "").toLowerCase(Locale.ROOT);
    }
}
