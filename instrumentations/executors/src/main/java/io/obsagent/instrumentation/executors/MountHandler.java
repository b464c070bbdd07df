package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/**
 * A virtual thread takes a carrier: from here on samples of the carrier are its own. Before the body the carrier is
 * still the current thread, after it the virtual one.
 */
@Weave(type = "java.lang.VirtualThread", method = "mount", parameters = {})
final class MountHandler extends Handler {
    private final Telemetry telemetry;

    /** @param unmount made here, so that the first unmount loads no class */
    MountHandler(Telemetry telemetry, UnmountHandler unmount) {
        this.telemetry = telemetry;
    }

    @Override
    public Object enter(Object thread, Object a, Object b, Object c, Object d) {
        return telemetry.watchesMounts() ? thread : null;
    }

    @Override
    public Object exit(Object thread, Object result, Throwable thrown) {
        if (thrown == null) {
            telemetry.mounted();
        }
        return result;
    }
}
