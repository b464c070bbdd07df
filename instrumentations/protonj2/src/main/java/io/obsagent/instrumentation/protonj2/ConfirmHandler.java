package io.obsagent.instrumentation.protonj2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.protonj2.client.impl.ClientTracker;

/** The broker says what became of a message that was sent. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientTrackable", method = "processDeliveryUpdated", arguments = {})
final class ConfirmHandler extends Handler {
    private final Outcomes outcomes;

    ConfirmHandler(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self instanceof ClientTracker ? self : null;
    }

    @Override
    public Object exit(Object tracker, Object result, Throwable thrown) {
        outcomes.updated((ClientTracker) tracker);
        return result;
    }
}
