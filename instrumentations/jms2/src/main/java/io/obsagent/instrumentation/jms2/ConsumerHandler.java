package io.obsagent.instrumentation.jms2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Destination;

/** A consumer is made for a destination; no operation. */
@Weave(type = "javax.jms.Session", implementors = true,
        method = {"createConsumer", "createReceiver", "createSubscriber", "createDurableSubscriber", "createDurableConsumer",
                "createSharedConsumer", "createSharedDurableConsumer"}, arguments = 0)
final class ConsumerHandler extends Handler {
    private final Consumers consumers;

    ConsumerHandler(Consumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public Object enter(Object self, Object destination, Object b, Object c, Object d) {
        return destination instanceof Destination ? destination : null;
    }

    @Override
    public Object exit(Object destination, Object consumer, Throwable thrown) {
        if (consumer != null) {
            consumers.created(consumer, (Destination) destination);
        }
        return consumer;
    }
}
