package io.obsagent.instrumentation.okhttp;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.WeakTable;

/**
 * What the thread that enqueued a call was working for. The executor alone cannot tell: a call that had to wait is
 * submitted by whichever thread finished another one.
 */
final class Callers {
    private final Telemetry telemetry;
    private final WeakTable<Object, Operation> callers = new WeakTable<>();

    Callers(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    void remember(Object asyncCall) {
        Operation current = telemetry.thread().current();
        if (current != null) {
            callers.put(asyncCall, current);
        }
    }

    /** Makes the caller's work the context of this thread, and returns what was. */
    Operation resume(Object asyncCall) {
        return telemetry.thread().swap(callers.remove(asyncCall));
    }

    void leave(Operation before) {
        telemetry.thread().swap(before);
    }
}
