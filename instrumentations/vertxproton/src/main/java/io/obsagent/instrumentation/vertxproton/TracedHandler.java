package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import io.vertx.proton.ProtonDelivery;
import io.vertx.proton.ProtonMessageHandler;
import io.vertx.proton.ProtonReceiver;
import java.util.Map;
import org.apache.qpid.proton.message.Message;

/** The application's handler with a process span around it. Each delivery is counted here. */
final class TracedHandler implements ProtonMessageHandler {
    private final ProtonMessageHandler handler;
    private final ProtonReceiver receiver;
    private final MessagingTelemetry messaging;
    private final Destinations destinations;
    private final Held held;

    TracedHandler(ProtonMessageHandler handler, ProtonReceiver receiver, MessagingTelemetry messaging,
            Destinations destinations, Held held) {
        this.handler = handler;
        this.receiver = receiver;
        this.messaging = messaging;
        this.destinations = destinations;
        this.held = held;
    }

    @Override
    public void handle(ProtonDelivery delivery, Message message) {
        Work processing = begin(delivery, message);
        Throwable thrown = null;
        try {
            handler.handle(delivery, message);
        } catch (Throwable t) {
            thrown = t;
            throw t;
        } finally {
            if (processing != null) {
                processing.end(thrown);
            }
        }
    }

    /** What goes wrong in the agent must not lose the message. */
    private Work begin(ProtonDelivery delivery, Message message) {
        try {
            Destination source = destinations.source(receiver);
            Map<String, Object> headers = Properties.of(message);
            source.delivered(Verb.PROCESS, sentAt(message, headers), message.getDeliveryCount() > 0);
            held.taken(delivery, receiver, source);
            RemoteContext carried = headers == null ? null : messaging.extract(headers, MapHeaders.ACCESS);
            Operation operation = messaging.process(source, carried, message);
            if (operation == null) {
                return null;
            }
            Properties.describe(messaging, operation, message);
            return Work.begin(operation, source, Verb.PROCESS);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static long sentAt(Message message, Map<String, Object> headers) {
        long sent = headers == null ? 0 : MapHeaders.sentAt(headers);
        return sent == 0 ? message.getCreationTime() : sent;
    }
}
