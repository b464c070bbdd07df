package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;

/** A virtual thread runs. One that carries no operation gets no thread local from us. */
@Weave(type = "java.lang.VirtualThread", method = "run", parameters = "java.lang.Runnable")
final class VirtualRunHandler extends RunHandler {
    VirtualRunHandler(HandOvers handOvers) {
        super(handOvers);
    }

    @Override
    public Object enter(Object thread, Object a, Object b, Object c, Object d) {
        return handOvers.enterIfHandedOver(thread);
    }
}
