package io.obsagent.telemetry;

import io.obsagent.config.MetricSettings;
import io.obsagent.config.Settings;
import io.obsagent.config.TraceSettings;

/**
 * The telemetry of one process; what handlers are given. Thread-safe.
 *
 * <p>It records from the first call on; the exporter is connected later, on the background thread, and until then ended
 * spans wait in its queue.
 */
public final class Telemetry {
    volatile SwitchListener switchListener;

    private volatile String[] foreignThreads = {};
    private final ThreadLocal<ThreadState> threads = new ThreadLocal<>();
    private final Clock clock = new Clock();
    private final Sampler sampler;
    private final Limits limits;
    private final Metrics metrics;
    private final SpanSink sink;

    /**
     * @param tracing false records no spans: another agent does
     */
    public Telemetry(Settings settings, boolean tracing, SpanSink sink) {
        TraceSettings traces = TraceSettings.of(settings);
        // Without an exporter too: what the next service records follows from what this one hands on.
        this.sampler = tracing ? Sampler.of(traces) : Sampler.off();
        this.limits = new Limits(traces);
        this.metrics = new Metrics(MetricSettings.of(settings));
        this.sink = sink;
    }

    /** The context of the calling thread. */
    public ThreadState thread() {
        ThreadState state = threads.get();
        if (state == null) {
            state = new ThreadState(this);
            state.mute(isForeign(Thread.currentThread().getName()));
            threads.set(state);
        }
        return state;
    }

    /** Threads whose names start with one of these belong to another agent: what they do is not measured. */
    public void leaveAlone(String... names) {
        foreignThreads = names;
    }

    private boolean isForeign(String thread) {
        for (String name : foreignThreads) {
            if (thread.startsWith(name)) {
                return true;
            }
        }
        return false;
    }

    /** The operation the calling thread works for, null for none; makes no state for a thread that never had one. */
    public Operation current() {
        ThreadState state = threads.get();
        return state == null ? null : state.current();
    }

    public Metrics metrics() {
        return metrics;
    }

    public Clock clock() {
        return clock;
    }

    /** Whether anyone wants to know of {@link #mounted} and {@link #unmounting}. */
    public boolean watchesMounts() {
        return switchListener != null;
    }

    /** The calling virtual thread has just been mounted. */
    public void mounted() {
        SwitchListener listener = switchListener;
        if (listener != null) {
            listener.mounted(current());
        }
    }

    /** The calling virtual thread is about to be unmounted. */
    public void unmounting() {
        SwitchListener listener = switchListener;
        if (listener != null) {
            listener.unmounting(current());
        }
    }

    /** Connects profile attribution; null disconnects it. */
    public void switchListener(SwitchListener listener) {
        switchListener = listener;
    }

    Sampler sampler() {
        return sampler;
    }

    Limits limits() {
        return limits;
    }

    void finish(Operation operation) {
        SwitchListener listener = switchListener;
        if (listener != null) {
            listener.ending(operation);
        }
        sink.offer(operation);
    }
}
