package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.Work;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Message;

/** Spring's listener containers pass a message to a listener of any of its kinds; the delivery was counted before. */
@Weave(type = "org.springframework.jms.listener.AbstractMessageListenerContainer", method = "invokeListener",
        parameters = {"javax.jms.Session", "javax.jms.Message"}, arguments = {0, 1})
final class ContainerHandler extends Handler {
    /** What Spring puts around the exceptions of listeners. */
    private static final String WRAPPER = "org.springframework.jms.listener.adapter.ListenerExecutionFailedException";

    private final Destinations destinations;
    private final Deliveries deliveries;
    private final Sessions sessions;
    private final LastReceived received;

    ContainerHandler(Destinations destinations, Deliveries deliveries, Sessions sessions, LastReceived received) {
        this.destinations = destinations;
        this.deliveries = deliveries;
        this.sessions = sessions;
        this.received = received;
    }

    @Override
    public Object enter(Object self, Object session, Object delivered, Object c, Object d) {
        if (delivered == null) {
            return null;
        }
        Message message = (Message) delivered;
        SessionState known = sessions.of(session);
        return deliveries.process(message, destinations.source(message, known == null ? received.session(message) : known));
    }

    @Override
    public Object exit(Object processing, Object result, Throwable thrown) {
        ((Work) processing).end(cause(thrown));
        return result;
    }

    private static Throwable cause(Throwable thrown) {
        boolean wrapped = thrown != null && thrown.getCause() != null && thrown.getClass().getName().equals(WRAPPER);
        return wrapped ? thrown.getCause() : thrown;
    }
}
