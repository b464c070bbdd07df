package io.obsagent.telemetry;

import java.util.Arrays;

/**
 * The recording of a sampled operation. Written by the operation, read by the exporter after the end.
 *
 * <p>Not thread-safe; the operation's end publishes it.
 */
public final class Span {
    private static final SpanEvent[] NO_EVENTS = {};
    private static final RemoteContext[] NO_LINKS = {};

    final Kind kind;
    final long parentId;
    final boolean remoteParent;
    String name = "";
    boolean error;
    String description;
    long endNanos;
    private Throwable recorded;
    private Throwable recordedByChild;
    private Object[] pairs;
    private int length;
    private int droppedAttributes;
    private SpanEvent[] events = NO_EVENTS;
    private int droppedEvents;
    private RemoteContext[] links = NO_LINKS;
    private int droppedLinks;

    Span(Kind kind, long parentId, boolean remoteParent) {
        this.kind = kind;
        this.parentId = parentId;
        this.remoteParent = remoteParent;
        // A request served has 12 to 14 attributes, other spans up to 10: growing costs 176 bytes.
        this.pairs = new Object[kind == Kind.SERVER ? 28 : 20];
    }

    void put(AttributeKey<?> key, Object value, int limit) {
        for (int i = 0; i < length; i += 2) {
            if (pairs[i] == key) {
                pairs[i + 1] = value;
                return;
            }
        }
        if (length >= 2 * limit) {
            droppedAttributes++;
            return;
        }
        grow(length + 2);
        pairs[length] = key;
        pairs[length + 1] = value;
        length += 2;
    }

    void putAll(Attributes attributes, int limit) {
        int count = 2 * attributes.size();
        if (length + count > 2 * limit) {
            for (int i = 0; i < attributes.size(); i++) {
                put(attributes.key(i), attributes.value(i), limit);
            }
            return;
        }
        grow(length + count);
        attributes.copyTo(pairs, length);
        length += count;
    }

    private void grow(int wanted) {
        if (wanted > pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(wanted, 2 * pairs.length));
        }
    }

    /** Records an exception, the same object once in a trace: it flies through a span's parents too. */
    void exception(Throwable thrown, Span parent, MessageCleaner cleaner, Limits limits) {
        if (wasRecordedBelow(thrown, parent)) {
            return;
        }
        recorded = thrown;
        event(SpanEvent.exception(thrown, cleaner, System.nanoTime(), limits), limits.events);
        if (parent != null) {
            parent.recordedByChild = thrown;
        }
    }

    private boolean wasRecordedBelow(Throwable thrown, Span parent) {
        if (recorded == thrown) {
            return true;
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t == recordedByChild) {
                if (parent != null) {
                    parent.recordedByChild = t;
                }
                return t == thrown;
            }
        }
        return false;
    }

    private void event(SpanEvent event, int limit) {
        if (events.length >= limit) {
            droppedEvents++;
            return;
        }
        events = Arrays.copyOf(events, events.length + 1);
        events[events.length - 1] = event;
    }

    void link(RemoteContext context, int limit) {
        if (links.length >= limit) {
            droppedLinks++;
            return;
        }
        links = Arrays.copyOf(links, links.length + 1);
        links[links.length - 1] = context;
    }

    void forgetThrown() {
        recorded = null;
        recordedByChild = null;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** 0 when the span is the root of its trace. */
    public long parentId() {
        return parentId;
    }

    public boolean remoteParent() {
        return remoteParent;
    }

    public boolean error() {
        return error;
    }

    /** Null for none. */
    public String description() {
        return description;
    }

    /** {@link System#nanoTime()} at the end. */
    public long endNanos() {
        return endNanos;
    }

    public int attributeCount() {
        return length / 2;
    }

    public AttributeKey<?> attributeKey(int i) {
        return (AttributeKey<?>) pairs[2 * i];
    }

    public Object attributeValue(int i) {
        return pairs[2 * i + 1];
    }

    public int droppedAttributes() {
        return droppedAttributes;
    }

    public int eventCount() {
        return events.length;
    }

    public SpanEvent event(int i) {
        return events[i];
    }

    public int droppedEvents() {
        return droppedEvents;
    }

    public int linkCount() {
        return links.length;
    }

    public RemoteContext linked(int i) {
        return links[i];
    }

    public int droppedLinks() {
        return droppedLinks;
    }

    /** About how many bytes this keeps alive until it is exported; what bounds the queue. */
    public int estimatedBytes() {
        int bytes = 200 + 24 * (length / 2) + 64 * links.length;
        for (int i = 1; i < length; i += 2) {
            if (pairs[i] instanceof String) {
                bytes += ((String) pairs[i]).length();
            } else if (pairs[i] instanceof String[]) {
                for (String value : (String[]) pairs[i]) {
                    bytes += 24 + value.length();
                }
            }
        }
        for (SpanEvent event : events) {
            bytes += event.estimatedBytes();
        }
        return bytes;
    }
}
