package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.Consumer;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A server of calls has registered its consumer, which only keeps requests for it. */
@Weave(type = "com.rabbitmq.client.RpcServer", method = "setupConsumer", parameters = {})
final class ServerHandler extends Handler {
    private final Subscriptions subscriptions;

    ServerHandler(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object server, Object consumer, Throwable thrown) {
        if (consumer != null) {
            subscriptions.serves((Consumer) consumer);
        }
        return consumer;
    }
}
