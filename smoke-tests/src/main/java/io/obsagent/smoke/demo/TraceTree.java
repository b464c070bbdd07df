package io.obsagent.smoke.demo;

import io.obsagent.smoke.otlp.ReceivedSpan;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** One trace as a tree: who called whom, in which service, how long. */
final class TraceTree {
    private final List<ReceivedSpan> spans;

    private TraceTree(List<ReceivedSpan> spans) {
        this.spans = spans;
    }

    /** Of the traces with most spans the one of middle length: the longest is the first, in which the servers load classes. */
    static TraceTree typical(List<ReceivedSpan> all) {
        Collection<List<ReceivedSpan>> traces = all.stream().collect(Collectors.groupingBy(ReceivedSpan::traceId)).values();
        int most = traces.stream().mapToInt(List::size).max().orElseThrow();
        List<List<ReceivedSpan>> fullest = traces.stream().filter(trace -> trace.size() == most)
                .sorted(Comparator.comparingLong(TraceTree::length)).toList();
        return new TraceTree(fullest.get(fullest.size() / 2));
    }

    private static long length(List<ReceivedSpan> trace) {
        return trace.stream().mapToLong(ReceivedSpan::durationNanos).max().orElseThrow();
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
