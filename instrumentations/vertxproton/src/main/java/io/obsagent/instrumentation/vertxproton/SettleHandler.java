package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.proton.ProtonReceiver;
import io.vertx.proton.impl.ProtonDeliveryImpl;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Modified;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Released;

/** The application says what becomes of a message. What a receiver accepts by itself is no operation. */
@Weave(type = "io.vertx.proton.impl.ProtonDeliveryImpl", method = "disposition", arguments = 0)
final class SettleHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Destinations destinations;

    SettleHandler(MessagingTelemetry messaging, Destinations destinations) {
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
        ProtonDeliveryImpl delivery = (ProtonDeliveryImpl) self;
        Verb verb = verb(state);
        Object link = delivery.getLink();
        if (verb == null || delivery.isSettled() || !(link instanceof ProtonReceiver)
                || verb == Verb.ACCEPT && ((ProtonReceiver) link).isAutoAccept()) {
            return null;
        }
        Destination source = destinations.source((ProtonReceiver) link);
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
