package io.obsagent.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One measured call: a request served, a statement run, a message sent. Started by {@link ThreadState#start}, ended
 * once. While it is attached to a thread it is that thread's context; it may end on another thread.
 *
 * <p>Setters are for the thread that started it or, later, for one thread at a time with a happens-before edge between
 * them; {@link #end} is safe from any thread and takes effect once. They do nothing when the operation is not sampled,
 * so that callers need not ask, except to save computing a value.
 */
public final class Operation {
    private static final VarHandle ENDED;

    static {
        try {
            ENDED = MethodHandles.lookup().findVarHandle(Operation.class, "ended", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final Telemetry telemetry;
    final Layer layer;
    final Operation parent;
    final Span span;
    private final long startNanos;
    /** The id of the span; where {@link #trace} is not made, the low half of the trace id, which the others follow from. */
    private final long id;
    private Trace trace;
    private String unsampledParent;
    private Operation previous;
    private Object subject;
    private boolean ended;

    /** A child of an operation in this process. */
    Operation(Telemetry telemetry, Layer layer, Kind kind, Operation parent) {
        this.telemetry = telemetry;
        this.layer = layer;
        this.parent = parent;
        this.trace = parent.trace;
        if (trace != null && trace.sampled) {
            this.id = Ids.random();
            this.span = new Span(kind, parent.id, false);
        } else {
            this.id = 0;
            this.span = null;
        }
        this.startNanos = System.nanoTime();
    }

    /** The first operation of a trace in this process. */
    Operation(Telemetry telemetry, Layer layer, Kind kind, RemoteContext remote) {
        this(telemetry, layer, kind, remote, telemetry.sampler());
    }

    /** As above, where something else than the process's sampler decides. */
    Operation(Telemetry telemetry, Layer layer, Kind kind, RemoteContext remote, Sampler sampler) {
        this.telemetry = telemetry;
        this.layer = layer;
        this.parent = null;
        boolean continued = remote != null && remote.hasSpan();
        long low = continued ? remote.traceLow : Ids.random();
        boolean sampled = sampler.sample(low, remote);
        this.span = sampled ? new Span(kind, continued ? remote.spanId : 0, continued) : null;
        if (sampled || remote != null) {
            long high = continued ? remote.traceHigh : Ids.random();
            String state = sampler.traceState(continued ? remote.traceState : null, sampled, continued);
            this.trace = new Trace(high, low, sampled, continued && remote.random, state,
                    remote == null ? null : remote.baggage, this, telemetry.clock().epochOffset());
            this.id = Ids.random();
        } else {
            this.id = low;
        }
        this.startNanos = System.nanoTime();
    }

    public Layer layer() {
        return layer;
    }

    /** The operation in this process that this one belongs to, null for the first. */
    public Operation parent() {
        return parent;
    }

    /** Whether a span is recorded. */
    public boolean sampled() {
        return span != null;
    }

    /** The recorded span, null when not sampled. */
    public Span span() {
        return span;
    }

    /**
     * The trace this belongs to. That of an unsampled root is not made until it is asked for here: the ids of an
     * unsampled JDBC call outside any request stay 8 random bytes, and a header needs no trace to be written.
     */
    public Trace trace() {
        Trace known = trace;
        if (known == null) {
            known = first().makeTrace();
            trace = known;
        }
        return known;
    }

    private synchronized Trace makeTrace() {
        if (trace == null) {
            trace = new Trace(Ids.after(id), id, false, false, null, null, this, 0);
        }
        return trace;
    }

    /** The trace if it is made. If not, it is unsampled and has neither state nor baggage. */
    public Trace knownTrace() {
        return trace != null ? trace : first().trace;
    }

    /** The first operation of the trace in this process. */
    public Operation first() {
        Operation first = this;
        while (first.parent != null) {
            first = first.parent;
        }
        return first;
    }

    public long traceHigh() {
        Trace known = knownTrace();
        return known == null ? Ids.after(first().id) : known.high;
    }

    public long traceLow() {
        Trace known = knownTrace();
        return known == null ? first().id : known.low;
    }

    /** The id that children and remote parties see; of an unsampled trace that of its first operation. */
    public long spanId() {
        if (span != null) {
            return id;
        }
        Operation first = first();
        boolean derived = first.trace == null || first.trace.low == first.id;
        return derived ? Ids.after(Ids.after(first.id)) : first.id;
    }

    /** The {@code traceparent} of an unsampled trace, which never changes: 96 bytes less for each further request. */
    public String unsampledParent() {
        return first().unsampledParent;
    }

    public void unsampledParent(String header) {
        first().unsampledParent = header;
    }

    /** What the handler that started this remembers with it; null for nothing. */
    public Object subject() {
        return subject;
    }

    public void subject(Object remembered) {
        subject = remembered;
    }

    /** {@link System#nanoTime()} at the start. */
    public long startNanos() {
        return startNanos;
    }

    /** Makes this the context of the calling thread until {@link #detach}. At most once in its life. */
    public void attach() {
        ThreadState thread = telemetry.thread();
        previous = thread.swap(this);
    }

    /** Restores what was the context before {@link #attach}. On the thread that attached it; harmless otherwise. */
    public void detach() {
        ThreadState thread = telemetry.thread();
        for (Operation o = thread.current(); o != null; o = o.previous) {
            if (o == this) {
                thread.swap(previous);
                break;
            }
        }
        previous = null;
    }

    public void name(String name) {
        if (span != null) {
            span.name = name;
        }
    }

    public void set(AttributeKey<String> key, String value) {
        if (span != null && value != null) {
            span.put(key, telemetry.limits().cut(value), telemetry.limits().attributes);
        }
    }

    public void set(AttributeKey<Long> key, long value) {
        if (span != null) {
            span.put(key, BoxedNumbers.of(value), telemetry.limits().attributes);
        }
    }

    /** As {@link #set(AttributeKey, long)}, of a number that is kept for many operations. */
    public void set(AttributeKey<Long> key, Long value) {
        if (span != null) {
            span.put(key, value, telemetry.limits().attributes);
        }
    }

    public void set(AttributeKey<Boolean> key, boolean value) {
        if (span != null) {
            span.put(key, value, telemetry.limits().attributes);
        }
    }

    public void set(AttributeKey<Double> key, double value) {
        if (span != null) {
            span.put(key, value, telemetry.limits().attributes);
        }
    }

    public void set(AttributeKey<String[]> key, String[] values) {
        if (span != null && values != null) {
            span.put(key, telemetry.limits().cut(values), telemetry.limits().attributes);
        }
    }

    /** Attributes prepared for many operations; copies references only. Keys must be new to this operation. */
    public void setAll(Attributes attributes) {
        if (span != null) {
            span.putAll(attributes, telemetry.limits().attributes);
        }
    }

    /** Marks the span as failed; the description only where it says more than the attributes. */
    public void error(String description) {
        if (span != null) {
            span.error = true;
            span.description = description;
        }
    }

    /** Records an exception as a span event, the same object once in a trace. */
    public void exception(Throwable thrown) {
        exception(thrown, null);
    }

    /**
     * @param cleaner takes data out of messages before they are recorded, null for none
     */
    public void exception(Throwable thrown, MessageCleaner cleaner) {
        if (span != null && thrown != null) {
            span.exception(thrown, parent == null ? null : parent.span, cleaner, telemetry.limits());
        }
    }

    /** Links the span to another one, such as the producer of a message. */
    public void link(RemoteContext context) {
        if (span != null && context != null && context.hasSpan()) {
            span.link(context, telemetry.limits().links);
        }
    }

    /**
     * Ends the operation now: records its duration in the series, and hands a sampled span to the exporter.
     *
     * @param series null where the operation has no duration metric
     * @return false when it had ended before; nothing is recorded then
     */
    public boolean end(HistogramSeries series) {
        return end(series, System.nanoTime());
    }

    /** As {@link #end(HistogramSeries)}, at a moment of {@link System#nanoTime()} that has passed. */
    public boolean end(HistogramSeries series, long nanos) {
        boolean first = claim();
        if (first) {
            finish(series, nanos);
        }
        return first;
    }

    /**
     * The first half of {@link #end(HistogramSeries)}, where several threads may learn of an end (a timer, the
     * connection, the caller): the one that is told true writes how it ended and then calls {@link #finish}, the others
     * write nothing.
     */
    public boolean claim() {
        return ENDED.compareAndSet(this, false, true);
    }

    /** The second half, for the thread that {@link #claim} told true. */
    public void finish(HistogramSeries series) {
        finish(series, System.nanoTime());
    }

    private void finish(HistogramSeries series, long nanos) {
        if (series != null) {
            series.record(nanos - startNanos, this, nanos);
        }
        if (span != null) {
            span.endNanos = nanos;
            telemetry.finish(this);
            // While it waits for the exporter it must not keep a web application's classes alive.
            span.forgetThrown();
        }
        subject = null;
    }

    /** Ends without any record: it turned out that there was no operation (an empty poll). */
    public boolean discard() {
        return claim();
    }

    /** From {@link #claim} on. */
    public boolean ended() {
        return (boolean) ENDED.getVolatile(this);
    }
}
