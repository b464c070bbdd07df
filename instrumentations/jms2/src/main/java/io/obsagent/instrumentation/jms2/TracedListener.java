package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Verb;
import javax.jms.Message;
import javax.jms.MessageListener;

/** A listener that cannot be woven, with a process span around it, as the provider sees it. Each delivery is counted here. */
final class TracedListener implements MessageListener {
    /** Spring's container hands the message on, to another thread if told so; ContainerHandler sees it processed. */
    private static final String RELAYS = "org.springframework.jms.listener.";

    final MessageListener listener;
    private final Consumers consumers;
    private final Deliveries deliveries;

    TracedListener(MessageListener listener, Consumers consumers, Deliveries deliveries) {
        this.listener = listener;
        this.consumers = consumers;
        this.deliveries = deliveries;
    }

    @Override
    public void onMessage(Message message) {
        Processing processing = begin(message);
        Throwable thrown = null;
        try {
            listener.onMessage(message);
        } catch (Throwable t) {
            thrown = t;
            throw t;
        } finally {
            if (processing != null) {
                processing.end(thrown);
            }
        }
    }

    /** What goes wrong in the agent must not lose the message. */
    private Processing begin(Message message) {
        try {
            Destination source = consumers.source(listener, message);
            deliveries.count(message, source, Verb.PROCESS);
            return listener.getClass().getName().startsWith(RELAYS) ? null : deliveries.process(message, source);
        } catch (RuntimeException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return listener.toString();
    }
}
