package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How spans hang together: parents and linked spans exist, nobody is sent twice, children start after parents. */
final class TraceCheck {
    private final Map<String, ReceivedSpan> byId = new HashMap<>();
    private final Set<String> traces = new HashSet<>();
    private final boolean whole;

    /** @param whole whether every span that was made must have arrived */
    TraceCheck(boolean whole) {
        this.whole = whole;
    }

    void check(List<ReceivedSpan> spans, Violations violations) {
        for (ReceivedSpan span : spans) {
            traces.add(span.traceId());
            violations.require(byId.put(key(span.traceId(), span.spanId()), span) == null, "span-twice",
                    SpanCheck.subject(span), "received twice");
        }
        spans.forEach(span -> {
            parent(span, violations);
            span.proto().getLinksList().forEach(link -> link(span, link, violations));
        });
    }

    private void parent(ReceivedSpan span, Violations violations) {
        ReceivedSpan parent = byId.get(key(span.traceId(), span.parentId()));
        if (parent == null) {
            violations.require(!whole || !span.hasLocalParent(), "orphan", SpanCheck.subject(span),
                    "its local parent " + span.parentId() + " was never received");
            return;
        }
        boolean sameProcess = parent.resource().equals(span.resource());
        violations.require(!sameProcess
                        || parent.proto().getStartTimeUnixNano() <= span.proto().getStartTimeUnixNano(),
                "child-before-parent", SpanCheck.subject(span), "starts before " + SpanCheck.subject(parent));
    }

    /** A link into a trace of which nothing came is a context that the test itself made up. */
    private void link(ReceivedSpan span, Span.Link link, Violations violations) {
        String trace = HexFormat.of().formatHex(link.getTraceId().toByteArray());
        String id = HexFormat.of().formatHex(link.getSpanId().toByteArray());
        violations.require(!whole || !traces.contains(trace) || byId.containsKey(key(trace, id)), "dangling-link",
                SpanCheck.subject(span), "links to " + id + ", which was never received");
    }

    private static String key(String traceId, String spanId) {
        return traceId + "-" + spanId;
    }
}
