package io.obsagent.instrumentation.springrabbit;

import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** One attempt of a listener. A failed one that is repeated stays visible as an exception of the one process span. */
@Weave(type = "org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer", method = "actualInvokeListener",
        parameters = {"com.rabbitmq.client.Channel", "..."})
final class AttemptHandler extends Handler {
    private final Telemetry telemetry;

    AttemptHandler(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public Object enter(Object self, Object channel, Object data, Object c, Object d) {
        return telemetry.thread().enclosing(Layer.MESSAGING_PROCESS);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (thrown != null) {
            ((Operation) scope).exception(ListenerFailure.cause(thrown));
        }
        return result;
    }
}
