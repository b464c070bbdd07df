package io.obsagent.instrumentation.jms2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A producer is made; no operation. */
@Weave(type = "javax.jms.Session", implementors = true, method = "createProducer", parameters = "javax.jms.Destination",
        arguments = {})
@Weave(type = {"javax.jms.Session", "javax.jms.QueueSession"}, implementors = true, method = "createSender",
        parameters = "javax.jms.Queue", arguments = {})
@Weave(type = {"javax.jms.Session", "javax.jms.TopicSession"}, implementors = true, method = "createPublisher",
        parameters = "javax.jms.Topic", arguments = {})
final class ProducerHandler extends Handler {
    private final Sessions sessions;

    ProducerHandler(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object session, Object producer, Throwable thrown) {
        if (producer != null) {
            sessions.produces(producer, session);
        }
        return producer;
    }
}
