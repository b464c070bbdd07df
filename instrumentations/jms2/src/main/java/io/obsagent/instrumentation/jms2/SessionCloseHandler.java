package io.obsagent.instrumentation.jms2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A session ends. */
@Weave(type = {"javax.jms.Session", "javax.jms.QueueSession", "javax.jms.TopicSession"}, implementors = true,
        method = "close", parameters = {}, common = true)
final class SessionCloseHandler extends Handler {
    private final Sessions sessions;

    SessionCloseHandler(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return sessions.of(self);
    }

    @Override
    public Object exit(Object session, Object result, Throwable thrown) {
        ((SessionState) session).closed();
        return result;
    }
}
