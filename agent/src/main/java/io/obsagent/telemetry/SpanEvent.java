package io.obsagent.telemetry;

/** Something that happened within a span; today always an exception. Immutable. */
public final class SpanEvent {
    private static final AttributeKey<String> TYPE = AttributeKey.string("exception.type");
    private static final AttributeKey<String> MESSAGE = AttributeKey.string("exception.message");
    private static final AttributeKey<String> STACKTRACE = AttributeKey.string("exception.stacktrace");

    private final String name;
    private final long nanos;
    private final Attributes attributes;

    private SpanEvent(String name, long nanos, Attributes attributes) {
        this.name = name;
        this.nanos = nanos;
        this.attributes = attributes;
    }

    static SpanEvent exception(Throwable thrown, MessageCleaner cleaner, long nanos, Limits limits) {
        Attributes.Builder attributes = Attributes.builder().put(TYPE, thrown.getClass().getName());
        if (limits.eventAttributes > 1) {
            attributes.put(MESSAGE, limits.cut(StackTraceText.message(thrown, cleaner)));
        }
        if (limits.eventAttributes > 2) {
            attributes.put(STACKTRACE, limits.cut(StackTraceText.of(thrown, cleaner)));
        }
        return new SpanEvent("exception", nanos, attributes.build());
    }

    public String name() {
        return name;
    }

    /** {@link System#nanoTime()} when it happened. */
    public long nanos() {
        return nanos;
    }

    public Attributes attributes() {
        return attributes;
    }

    int estimatedBytes() {
        int bytes = 100;
        for (int i = 0; i < attributes.size(); i++) {
            bytes += attributes.value(i).toString().length();
        }
        return bytes;
    }
}
