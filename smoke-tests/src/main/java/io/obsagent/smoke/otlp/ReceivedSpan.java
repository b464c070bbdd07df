package io.obsagent.smoke.otlp;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.Map;

/** One span with its resource, in the words tests use. Immutable. */
public final class ReceivedSpan {
    private static final int FLAG_HAS_IS_REMOTE = 0x100;
    private static final int FLAG_IS_REMOTE = 0x200;

    private final Span span;
    private final Map<String, Object> attributes;
    private final Map<String, Object> resourceAttributes;

    ReceivedSpan(ResourceSpans resource, Span span) {
        this.span = span;
        this.attributes = Attributes.of(span.getAttributesList());
        this.resourceAttributes = Attributes.of(resource.getResource().getAttributesList());
    }

    public String name() {
        return span.getName();
    }

    public Span.SpanKind kind() {
        return span.getKind();
    }

    /** 32 lower-case hexadecimal digits. */
    public String traceId() {
        return hex(span.getTraceId().toByteArray());
    }

    /** 16 lower-case hexadecimal digits. */
    public String spanId() {
        return hex(span.getSpanId().toByteArray());
    }

    /** 16 lower-case hexadecimal digits, or empty for a root span. */
    public String parentId() {
        return hex(span.getParentSpanId().toByteArray());
    }

    /** Whether the sender says that the parent lives in the same process. */
    public boolean hasLocalParent() {
        int flags = span.getFlags();
        return !parentId().isEmpty() && (flags & FLAG_HAS_IS_REMOTE) != 0 && (flags & FLAG_IS_REMOTE) == 0;
    }

    public boolean isChildOf(ReceivedSpan parent) {
        return traceId().equals(parent.traceId()) && parentId().equals(parent.spanId());
    }

    public boolean linksTo(ReceivedSpan other) {
        return span.getLinksList().stream().anyMatch(link -> hex(link.getTraceId().toByteArray()).equals(other.traceId())
                && hex(link.getSpanId().toByteArray()).equals(other.spanId()));
    }

    public Map<String, Object> attributes() {
        return attributes;
    }

    /** The value as String, Boolean, Long, Double, List or Map; null when absent. */
    public Object attribute(String key) {
        return attributes.get(key);
    }

    public Map<String, Object> resource() {
        return resourceAttributes;
    }

    public Object resource(String key) {
        return resourceAttributes.get(key);
    }

    public Status status() {
        return span.getStatus();
    }

    public boolean isError() {
        return span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR;
    }

    public long durationNanos() {
        return span.getEndTimeUnixNano() - span.getStartTimeUnixNano();
    }

    /** The decoded message, for what has no view here (events, links, limits). */
    public Span proto() {
        return span;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return kind().name().replace("SPAN_KIND_", "") + " '" + name() + "' " + attributes;
    }
}
