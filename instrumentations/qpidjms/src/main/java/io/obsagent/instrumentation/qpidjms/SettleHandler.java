package io.obsagent.instrumentation.qpidjms;

import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Unsettled;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A session, or the context in front of it, acknowledges all that it has delivered; no operation. */
@Weave(type = "org.apache.qpid.jms.JmsSession", method = "acknowledge",
        parameters = "org.apache.qpid.jms.provider.ProviderConstants$ACK_TYPE", arguments = {})
final class SettleHandler extends Handler {
    private final MessagingTelemetry messaging;

    SettleHandler(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return messaging.connections().heldBy(self);
    }

    @Override
    public Object exit(Object held, Object result, Throwable thrown) {
        if (thrown == null) {
            ((Unsettled) held).clear();
        }
        return result;
    }
}
