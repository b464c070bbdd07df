package io.obsagent.instrumentation.jms2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Session;

/** A session is made on a connection; no operation. */
@Weave(type = {"javax.jms.Connection", "javax.jms.QueueConnection", "javax.jms.TopicConnection"}, implementors = true,
        method = {"createSession", "createQueueSession", "createTopicSession"}, arguments = {}, common = true)
@Weave(type = {"javax.jms.XAConnection", "javax.jms.XAQueueConnection", "javax.jms.XATopicConnection"}, implementors = true,
        method = {"createXASession", "createXAQueueSession", "createXATopicSession"}, arguments = {})
final class SessionHandler extends Handler {
    private final Sessions sessions;

    SessionHandler(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object connection, Object session, Throwable thrown) {
        if (session instanceof Session) {
            sessions.created((Session) session, connection);
        }
        return session;
    }
}
