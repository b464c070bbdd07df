package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A task enters a scheduled pool; {@code execute} and {@code submit} come here too, with no delay. */
@Weave(type = "java.util.concurrent.ScheduledThreadPoolExecutor", method = "delayedExecute",
        parameters = "java.util.concurrent.RunnableScheduledFuture")
final class ScheduleHandler extends HandOverHandler {
    ScheduleHandler(HandOvers handOvers) {
        super(handOvers);
    }

    @Override
    public Object enter(Object self, Object scheduled, Object b, Object c, Object d) {
        RunnableScheduledFuture<?> task = (RunnableScheduledFuture<?>) scheduled;
        if (task.isPeriodic()) {
            return null;
        }
        return task.getDelay(TimeUnit.NANOSECONDS) > 0 ? handOvers.handOverLater(task) : handOvers.handOver(task);
    }
}
