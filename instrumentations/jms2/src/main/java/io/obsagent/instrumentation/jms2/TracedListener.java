package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import javax.jms.Message;
import javax.jms.MessageListener;

/** A listener that cannot be woven, with a process span around it, as the provider sees it. Each delivery is counted here. */
final class TracedListener implements MessageListener {
    /** Spring's container hands the message on, to another thread if told so; ContainerHandler sees it processed. */
    private static final String RELAYS = "org.springframework.jms.listener.";

    final MessageListener listener;
    private final Consumers consumers;
    private final Deliveries deliveries;
    private volatile Object consumer;

    TracedListener(MessageListener listener, Object consumer, Consumers consumers, Deliveries deliveries) {
        this.listener = listener;
        this.consumer = consumer;
        this.consumers = consumers;
        this.deliveries = deliveries;
    }

    /** The consumer that it was given to first has handed it to the one behind it. */
    void givenTo(Object innerConsumer) {
        consumer = innerConsumer;
    }

    @Override
    public void onMessage(Message message) {
        Work processing = begin(message);
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
    private Work begin(Message message) {
        try {
            Destination source = consumers.source(consumer, message);
            deliveries.count(message, source, consumers.session(consumer), Verb.PROCESS);
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
