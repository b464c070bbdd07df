package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;

/** The application has given the engine all bytes of a message. */
@Weave(type = "org.apache.qpid.proton.engine.impl.SenderImpl", method = "advance", parameters = {})
final class SendHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Links links;
    private final Created created;
    private final Outcomes outcomes;

    SendHandler(MessagingTelemetry messaging, Links links, Created created, Outcomes outcomes) {
        this.messaging = messaging;
        this.links = links;
        this.created = created;
        this.outcomes = outcomes;
    }

    private static final class Sending {
        final Operation operation;
        final Destination target;
        final Delivery delivery;

        Sending(Operation operation, Destination target, Delivery delivery) {
            this.operation = operation;
            this.target = target;
            this.delivery = delivery;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Sender sender = (Sender) self;
        Delivery delivery = sender.current();
        if (delivery == null || !Links.isOwn(sender)) {
            return null;
        }
        Created.Encoded encoded = created.take();
        Destination target = links.target(sender, encoded == null ? null : encoded.address);
        if (links.isWatched(sender)) {
            if (!delivery.isSettled()) {
                outcomes.awaited.sent(delivery, target, System.nanoTime());
            }
            return null;
        }
        Operation operation = messaging.send(target, Verb.SEND, encoded == null ? null : encoded.context);
        return operation == null ? null : new Sending(operation, target, delivery);
    }

    @Override
    public Object exit(Object scope, Object advanced, Throwable thrown) {
        Sending sending = (Sending) scope;
        if (thrown == null && !Boolean.TRUE.equals(advanced)) {
            sending.operation.discard();
            return advanced;
        }
        sending.target.end(sending.operation, Verb.SEND, thrown);
        sending.target.sent(Verb.SEND, 1, thrown);
        if (thrown == null && !sending.delivery.isSettled()) {
            outcomes.awaited.sent(sending.delivery, sending.target, sending.operation.startNanos());
        }
        return advanced;
    }
}
