package io.obsagent.telemetry;

/** The context of one thread: its current operation. Used by that thread only. */
public final class ThreadState {
    private final Telemetry telemetry;
    private Operation current;
    private boolean muted;

    ThreadState(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** The operation this thread works for, null for none. */
    public Operation current() {
        return current;
    }

    /** Makes an operation current (null for none) and returns the one before, for the caller to put back. */
    public Operation swap(Operation next) {
        Operation before = current;
        current = next;
        SwitchListener listener = telemetry.switchListener;
        if (listener != null && before != next) {
            listener.switched(before, next);
        }
        return before;
    }

    /** While muted, no operation starts on this thread: the agent's own traffic is never measured. */
    public void mute(boolean on) {
        muted = on;
    }

    public boolean muted() {
        return muted;
    }

    /**
     * Starts an operation under the current one.
     *
     * @return null when the thread is muted or already in an operation of this layer: the call is then part of that one
     */
    public Operation start(Layer layer, Kind kind) {
        Operation parent = current;
        if (muted || parent != null && parent.layer == layer) {
            return null;
        }
        return parent == null
                ? new Operation(telemetry, layer, kind, (RemoteContext) null)
                : new Operation(telemetry, layer, kind, parent);
    }

    /** Starts an operation that continues what arrived from elsewhere, or a trace of its own if nothing did (null). */
    public Operation startEntry(Layer layer, Kind kind, RemoteContext remote) {
        return muted ? null : new Operation(telemetry, layer, kind, remote);
    }

    /**
     * As {@link #startEntry}, but without spans for it and for everything below it, whatever the sampler would say:
     * the user wants it counted and not looked at (health checks).
     */
    public Operation startEntryUnsampled(Layer layer, Kind kind, RemoteContext remote) {
        return muted ? null : new Operation(telemetry, layer, kind, remote, Sampler.off());
    }

    /** The nearest operation of a layer that this thread works for, null for none. */
    public Operation enclosing(Layer layer) {
        for (Operation o = current; o != null; o = o.parent) {
            if (o.layer == layer) {
                return o;
            }
        }
        return null;
    }
}
