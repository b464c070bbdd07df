package io.obsagent.instrumentation.jms2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Message;

/** Spring's listener containers pass a message to a listener of any of its kinds; the delivery was counted before. */
@Weave(type = "org.springframework.jms.listener.AbstractMessageListenerContainer", method = "invokeListener",
        parameters = {"javax.jms.Session", "javax.jms.Message"}, arguments = 1)
final class ContainerHandler extends Handler {
    /** What Spring puts around the exceptions of listeners. */
    private static final String WRAPPER = "org.springframework.jms.listener.adapter.ListenerExecutionFailedException";

    private final Destinations destinations;
    private final Deliveries deliveries;

    ContainerHandler(Destinations destinations, Deliveries deliveries) {
        this.destinations = destinations;
        this.deliveries = deliveries;
    }

    @Override
    public Object enter(Object self, Object message, Object b, Object c, Object d) {
        return message == null ? null : deliveries.process((Message) message, destinations.source((Message) message));
    }

    @Override
    public Object exit(Object processing, Object result, Throwable thrown) {
        ((Processing) processing).end(cause(thrown));
        return result;
    }

    private static Throwable cause(Throwable thrown) {
        boolean wrapped = thrown != null && thrown.getCause() != null && thrown.getClass().getName().equals(WRAPPER);
        return wrapped ? thrown.getCause() : thrown;
    }
}
