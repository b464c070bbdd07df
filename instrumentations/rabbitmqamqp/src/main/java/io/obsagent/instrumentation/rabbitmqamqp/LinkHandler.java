package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A publisher opens its link to an address; no operation. */
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpPublisher", method = "createSender", arguments = 1,
        parameters = {"com.rabbitmq.qpid.protonj2.client.Session", "java.lang.String", "..."})
final class LinkHandler extends Handler {
    private final Outlets outlets;

    LinkHandler(Outlets outlets) {
        this.outlets = outlets;
    }

    @Override
    public Object enter(Object self, Object address, Object b, Object c, Object d) {
        outlets.opened(self, (String) address);
        return null;
    }
}
