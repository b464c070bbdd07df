package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import java.util.List;

/** A delivery is settled, or a batch of them; where a handler throws, by the library for the application. */
abstract class SettleHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Deliveries deliveries;
    private final Verb verb;

    SettleHandler(MessagingTelemetry messaging, Deliveries deliveries, Verb verb) {
        this.messaging = messaging;
        this.deliveries = deliveries;
        this.verb = verb;
    }

    private static final class Settling {
        final Operation operation;
        final Destination source;

        Settling(Operation operation, Destination source) {
            this.operation = operation;
            this.source = source;
        }
    }

    @Override
    public final Object enter(Object self, Object a, Object b, Object c, Object d) {
        List<Held> settled = deliveries.settle(self);
        if (settled.isEmpty()) {
            return null;
        }
        Held first = settled.get(0);
        boolean single = settled.size() == 1;
        Operation operation = messaging.settle(first.source, verb, single ? first.carried : null);
        if (operation == null) {
            return null;
        }
        if (!single) {
            messaging.batch(operation, settled.size());
            settled.forEach(delivery -> operation.link(delivery.carried));
        }
        operation.attach();
        return new Settling(operation, first.source);
    }

    @Override
    public final Object exit(Object scope, Object result, Throwable thrown) {
        Settling settling = (Settling) scope;
        settling.operation.detach();
        settling.source.end(settling.operation, verb, thrown);
        return result;
    }
}
