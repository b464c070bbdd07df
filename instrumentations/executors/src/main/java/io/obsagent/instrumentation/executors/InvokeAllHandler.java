package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.ForkJoinTask;

/** The first of several fork/join tasks is run by the thread that has them, the others are forked. */
@Weave(type = "java.util.concurrent.ForkJoinTask", method = "invokeAll",
        parameters = {"java.util.concurrent.ForkJoinTask", "java.util.concurrent.ForkJoinTask"})
@Weave(type = "java.util.concurrent.ForkJoinTask", method = "invokeAll",
        parameters = "java.util.concurrent.ForkJoinTask[]")
@Weave(type = "java.util.concurrent.ForkJoinTask", method = "invokeAll", parameters = "java.util.Collection")
final class InvokeAllHandler extends Handler {
    private final HandOvers handOvers;

    InvokeAllHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object self, Object tasks, Object b, Object c, Object d) {
        handOvers.handOver(first(tasks));
        return null;
    }

    private static Object first(Object tasks) {
        if (tasks instanceof ForkJoinTask) {
            return tasks;
        }
        if (tasks instanceof ForkJoinTask[]) {
            ForkJoinTask<?>[] array = (ForkJoinTask<?>[]) tasks;
            return array.length == 0 ? null : array[0];
        }
        // Other collections come here again, as an array.
        return tasks instanceof RandomAccess && tasks instanceof List && !((List<?>) tasks).isEmpty()
                ? ((List<?>) tasks).get(0) : null;
    }
}
