package io.obsagent.telemetry;

/**
 * Carries the current operation along with tasks that one thread hands to another. The task itself is never wrapped:
 * the application may compare, remove and cancel it, so what belongs to it is remembered beside it.
 *
 * <pre>
 *  submitting thread   handOver(task)                         only if it has a current operation
 *  pool thread         begin(task) .. idle()                  in the loop of a pool: nothing lies below the task
 *                      enter(task) .. leave(scope)            where a task may run inside another
 *  never run           withdraw(task)                         rejected, removed
 * </pre>
 *
 * Thread-safe. Nothing here blocks, allocates without an operation, or calls the application.
 */
public final class HandOvers {
    /** The scope of a task that interrupted no operation. */
    private static final Object NOBODY = new Object();

    private final Telemetry telemetry;
    private final PendingTasks pending = new PendingTasks();

    public HandOvers(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * The calling thread hands a task to someone who will run it soon; its current operation goes with it.
     *
     * @return the task when something was remembered, else null
     */
    public Object handOver(Object task) {
        Operation current = telemetry.current();
        if (current == null || task == null) {
            return null;
        }
        pending.add(task, current);
        return task;
    }

    /**
     * As {@link #handOver}, for a task that runs after a delay. An operation that has ended is not handed on: else a
     * task that always schedules its successor would work for one long-gone request for ever.
     */
    public Object handOverLater(Object task) {
        Operation current = telemetry.current();
        return current == null || current.ended() ? null : handOver(task);
    }

    /** The task will not run after all. */
    public void withdraw(Object task) {
        if (task != null) {
            pending.take(task);
        }
    }

    /**
     * A pool's thread is about to run a task, outside any other. Whatever the task before left behind is cleared.
     *
     * @return non-null when {@link #idle} must be called afterwards
     */
    public Object begin(Object task) {
        Operation operation = pending.take(task);
        if (operation == null && telemetry.current() == null) {
            return null;
        }
        ThreadState thread = telemetry.thread();
        thread.swap(operation);
        return operation == null ? null : thread;
    }

    /** The pool's thread has run the task. */
    public void idle(Object scope) {
        ((ThreadState) scope).swap(null);
    }

    /**
     * The calling thread runs a task, perhaps inside another one. A task without an operation runs without.
     *
     * @return non-null when {@link #leave} must be called afterwards
     */
    public Object enter(Object task) {
        return resume(pending.take(task));
    }

    /** As {@link #enter}, but a task that nothing is remembered of belongs to whoever runs it. */
    public Object enterIfHandedOver(Object task) {
        Operation operation = pending.take(task);
        return operation == null ? null : resume(operation);
    }

    /**
     * The calling thread goes on with what an operation began elsewhere, null for nobody.
     *
     * @return non-null when {@link #leave} must be called afterwards
     */
    public Object resume(Operation operation) {
        Operation before = telemetry.current();
        if (before == operation) {
            return null;
        }
        telemetry.thread().swap(operation);
        return before == null ? NOBODY : before;
    }

    /** Puts back what the thread worked for before. */
    public void leave(Object scope) {
        telemetry.thread().swap(scope == NOBODY ? null : (Operation) scope);
    }

    /** Tasks that wait with an operation now. */
    public int pending() {
        return pending.size();
    }
}
