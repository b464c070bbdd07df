package io.obsagent.instrumentation.jms2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/**
 * All that a session has delivered is settled, or goes back to the broker; no operation. Contexts of ActiveMQ Classic and Qpid
 * acknowledge by a method of the session's that JMS does not have.
 */
@Weave(type = {"javax.jms.Session", "javax.jms.QueueSession", "javax.jms.TopicSession"}, implementors = true,
        method = {"commit", "rollback", "recover"}, parameters = {}, common = true)
@Weave(type = "org.apache.activemq.ActiveMQSession", method = "acknowledge", parameters = {})
@Weave(type = "org.apache.qpid.jms.JmsSession", method = "acknowledge",
        parameters = "org.apache.qpid.jms.provider.ProviderConstants$ACK_TYPE", arguments = {})
final class SessionSettleHandler extends Handler {
    private final Sessions sessions;

    SessionSettleHandler(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return sessions.of(self);
    }

    @Override
    public Object exit(Object session, Object result, Throwable thrown) {
        if (thrown == null) {
            ((SessionState) session).settled();
        }
        return result;
    }
}
