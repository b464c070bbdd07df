package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.types.messaging.Accepted;
import org.apache.qpid.protonj2.types.messaging.Modified;
import org.apache.qpid.protonj2.types.messaging.Rejected;
import org.apache.qpid.protonj2.types.messaging.Released;

/** The application says what becomes of a message. That the library accepts it while it is received is no operation. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientReceiverLinkType", method = "disposition", arguments = 1)
final class SettleHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Destinations destinations;

    SettleHandler(Telemetry telemetry, MessagingTelemetry messaging, Destinations destinations) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.destinations = destinations;
    }

    private static final class Settling {
        final Operation operation;
        final Destination source;
        final Verb verb;

        Settling(Operation operation, Destination source, Verb verb) {
            this.operation = operation;
            this.source = source;
            this.verb = verb;
        }
    }

    @Override
    public Object enter(Object self, Object state, Object b, Object c, Object d) {
        Verb verb = verb(state);
        Operation current = telemetry.current();
        if (verb == null || current != null && current.layer() == Layer.MESSAGING_RECEIVE) {
            return null;
        }
        Destination source = destinations.source((Receiver) self);
        Operation operation = messaging.settle(source, verb);
        if (operation == null) {
            return null;
        }
        operation.attach();
        return new Settling(operation, source, verb);
    }

    /** Null for a state that decides nothing. */
    private static Verb verb(Object state) {
        return state instanceof Accepted ? Verb.ACCEPT
                : state instanceof Released ? Verb.RELEASE
                : state instanceof Rejected ? Verb.REJECT
                : state instanceof Modified ? Verb.MODIFY : null;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Settling settling = (Settling) scope;
        settling.operation.detach();
        settling.source.end(settling.operation, settling.verb, thrown);
        return result;
    }
}
