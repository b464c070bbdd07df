package io.obsagent.instrumentation.springrabbit;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.ThreadState;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A container acknowledges or refuses what its listener was given: below the process span, as if the listener did. */
@Weave(type = "org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer$SimpleConsumer",
        method = {"handleAck", "rollback"}, arguments = {})
@Weave(type = "org.springframework.amqp.rabbit.listener.BlockingQueueConsumer",
        method = {"commitIfNecessary", "rollbackOnExceptionIfNecessary"}, arguments = {})
final class SettleHandler extends Handler {
    private final Telemetry telemetry;
    private final LastProcessed last;

    SettleHandler(Telemetry telemetry, LastProcessed last) {
        this.telemetry = telemetry;
        this.last = last;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Operation processed = last.take();
        ThreadState thread = telemetry.thread();
        if (processed == null || thread.current() != null) {
            return null;
        }
        thread.swap(processed);
        return thread;
    }

    @Override
    public Object exit(Object thread, Object result, Throwable thrown) {
        ((ThreadState) thread).swap(null);
        return result;
    }
}
