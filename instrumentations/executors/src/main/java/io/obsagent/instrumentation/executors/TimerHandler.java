package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;

/** A task enters a timer. */
@Weave(type = "java.util.Timer", method = "sched", parameters = {"java.util.TimerTask", "long", "long"}, arguments = {0, 2})
final class TimerHandler extends HandOverHandler {
    TimerHandler(HandOvers handOvers) {
        super(handOvers);
    }

    @Override
    public Object enter(Object self, Object task, Object period, Object c, Object d) {
        return (Long) period == 0 ? handOvers.handOverLater(task) : null;
    }
}
