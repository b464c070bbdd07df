package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Message;

/**
 * Listeners of consumers and of sessions, message-driven beans, and listeners behind other listeners, which are part of the
 * same processing.
 */
@Weave(type = "javax.jms.MessageListener", implementors = true, method = "onMessage", parameters = "javax.jms.Message")
final class ListenerHandler extends Handler {
    private final Consumers consumers;
    private final Deliveries deliveries;
    private final LastReceived received;

    ListenerHandler(Consumers consumers, Deliveries deliveries, LastReceived received) {
        this.consumers = consumers;
        this.deliveries = deliveries;
        this.received = received;
    }

    @Override
    public Object enter(Object self, Object delivered, Object b, Object c, Object d) {
        if (delivered == null) {
            return null;
        }
        Message message = (Message) delivered;
        Destination source = consumers.source(self, message);
        Work processing = deliveries.process(message, source);
        if (processing != null && !received.is(message)) {
            deliveries.count(message, source, consumers.session(self), Verb.PROCESS);
        }
        return processing;
    }

    @Override
    public Object exit(Object processing, Object result, Throwable thrown) {
        ((Work) processing).end(thrown);
        return result;
    }
}
