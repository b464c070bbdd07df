package io.obsagent.instrumentation.kotlincoroutines;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.WeakTable;
import kotlin.coroutines.CoroutineContext;

/** The operations of coroutines. */
final class Coroutines {
    private final Telemetry telemetry;
    private final WeakTable<Object, Operation> operations = new WeakTable<>();
    /** Under which a context holds its coroutine; null until there is a coroutine. */
    private volatile CoroutineContext.Key<?> job;

    Coroutines(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    void created(CoroutineContext.Element coroutine) {
        if (job == null) {
            job = coroutine.getKey();
        }
        Operation current = telemetry.current();
        if (current != null) {
            operations.put(coroutine, current);
        }
    }

    /** The coroutine of a context, null for none. */
    Object in(CoroutineContext context) {
        CoroutineContext.Key<?> key = job;
        return key == null ? null : context.get(key);
    }

    /** What a coroutine was created for, null for nobody. */
    Operation of(Object coroutine) {
        return operations.get(coroutine);
    }
}
