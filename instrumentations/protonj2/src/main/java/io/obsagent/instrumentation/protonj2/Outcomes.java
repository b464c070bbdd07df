package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.messaging.Confirmations;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Verb;
import org.apache.qpid.protonj2.client.DeliveryState;
import org.apache.qpid.protonj2.client.impl.ClientTracker;

/** What becomes of messages that were sent. */
final class Outcomes {
    private final Confirmations confirmations = new Confirmations();

    /** The broker may have settled it before the application's thread comes here. */
    void await(ClientTracker tracker, Destination target, long nanos) {
        confirmations.sent(tracker, target, nanos);
        updated(tracker);
    }

    void updated(ClientTracker tracker) {
        if (tracker.remoteSettled()) {
            DeliveryState state = tracker.remoteState();
            confirmations.answered(tracker, state == null ? null : Verb.settling(state.getType().name()));
        }
    }
}
