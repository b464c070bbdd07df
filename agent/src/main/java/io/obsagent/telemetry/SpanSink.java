package io.obsagent.telemetry;

/** Takes ended, sampled operations. Called on the application's threads: must not block, and drops (counted) when full. */
public interface SpanSink {
    void offer(Operation operation);
}
