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
    private final Sessions sessions;

    ConsumerHandler(Consumers consumers, Sessions sessions) {
        this.consumers = consumers;
        this.sessions = sessions;
    }

    private static final class Creation {
        final Destination destination;
        final SessionState session;

        Creation(Destination destination, SessionState session) {
            this.destination = destination;
            this.session = session;
        }
    }

    @Override
    public Object enter(Object self, Object destination, Object b, Object c, Object d) {
        return destination instanceof Destination ? new Creation((Destination) destination, sessions.of(self)) : null;
    }

    @Override
    public Object exit(Object scope, Object consumer, Throwable thrown) {
        if (consumer != null) {
            Creation creation = (Creation) scope;
            consumers.created(consumer, creation.destination, creation.session);
        }
        return consumer;
    }
}
