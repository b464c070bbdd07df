package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Destination;
import java.util.Objects;
import javax.jms.Message;

/** What consumers, and the listeners they were given, get messages from. */
final class Consumers {
    private final WeakTable<Object, Source> sources = new WeakTable<>();
    private final Destinations destinations;

    Consumers(Destinations destinations) {
        this.destinations = destinations;
    }

    /** Of one consumer, or of one listener. */
    private static final class Source {
        final javax.jms.Destination destination;
        /** Null where it is not known. */
        final SessionState session;
        /** One listener gets messages by several sessions. */
        final boolean shared;

        Source(javax.jms.Destination destination, SessionState session, boolean shared) {
            this.destination = destination;
            this.session = session;
            this.shared = shared;
        }

        /** Of a listener for both; of two brokers it says neither. */
        Source with(Source other) {
            return new Source(other.destination,
                    session != null && session.broker() == other.session.broker() ? session : null, true);
        }
    }

    /** @param session null where it is not known */
    void created(Object consumer, javax.jms.Destination destination, SessionState session) {
        sources.put(consumer, new Source(destination, session, false));
    }

    /** The listener gets what the consumer would. Consumers of pools come before those behind them, and know less. */
    void registered(Object listener, Object consumer) {
        Source source = sources.get(consumer);
        Source before = source == null ? null : sources.get(listener);
        if (before == null || before.session == null && !before.shared) {
            if (source != null) {
                sources.put(listener, source);
            }
        } else if (source.session != null && source.session != before.session) {
            sources.put(listener, before.with(source));
        }
    }

    /** Null where it is not known, or not one. */
    SessionState session(Object taker) {
        Source source = sources.get(taker);
        return source == null || source.shared ? null : source.session;
    }

    /**
     * Where a message came from: its own destination, because a consumer's may be a pattern; but not all providers say on
     * the message that a queue is temporary.
     *
     * @param taker the consumer or listener
     */
    Destination source(Object taker, Message message) {
        Source source = sources.get(taker);
        if (source == null) {
            return destinations.source(message, null);
        }
        javax.jms.Destination sent = MessageProperties.destination(message);
        boolean temporary = Destinations.isTemporary(source.destination)
                && Objects.equals(Destinations.name(source.destination), Destinations.name(sent));
        return destinations.of(temporary ? source.destination : sent, message, source.session);
    }

    /** Where a call of a consumer failed that got no message. */
    Destination source(Object consumer) {
        Source source = sources.get(consumer);
        return source == null ? destinations.of(null, consumer, null)
                : destinations.of(source.destination, consumer, source.session);
    }
}
