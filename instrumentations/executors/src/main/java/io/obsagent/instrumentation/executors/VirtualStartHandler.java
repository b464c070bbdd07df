package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;

/** A virtual thread is started; the thread itself is the task. */
@Weave(type = "java.lang.VirtualThread", method = "start", parameters = "jdk.internal.vm.ThreadContainer")
final class VirtualStartHandler extends HandOverHandler {
    VirtualStartHandler(HandOvers handOvers) {
        super(handOvers);
    }

    @Override
    public Object enter(Object thread, Object a, Object b, Object c, Object d) {
        return handOvers.handOver(thread);
    }
}
