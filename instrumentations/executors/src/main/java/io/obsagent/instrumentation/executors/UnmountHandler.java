package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A virtual thread is about to leave its carrier, while it is still the current thread. */
@Weave(type = "java.lang.VirtualThread", method = "unmount", parameters = {})
final class UnmountHandler extends Handler {
    private final Telemetry telemetry;

    UnmountHandler(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public Object enter(Object thread, Object a, Object b, Object c, Object d) {
        telemetry.unmounting();
        return null;
    }
}
