package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Destination;
import javax.jms.Message;

/** What consumers, and the listeners they were given, get messages from. */
final class Consumers {
    private final WeakTable<Object, Source> sources = new WeakTable<>();
    private final Destinations destinations;

    Consumers(Destinations destinations) {
        this.destinations = destinations;
    }

    /** Of one consumer. */
    private static final class Source {
        final Destination destination;
        /** Null for a destination that lasts. */
        final String temporaryName;

        Source(Destination destination, String temporaryName) {
            this.destination = destination;
            this.temporaryName = temporaryName;
        }
    }

    void created(Object consumer, javax.jms.Destination destination) {
        sources.put(consumer, new Source(destinations.of(destination, consumer),
                Destinations.isTemporary(destination) ? Destinations.name(destination) : null));
    }

    /** The listener gets what the consumer would. */
    void registered(Object listener, Object consumer) {
        Source source = sources.get(consumer);
        if (source != null) {
            sources.put(listener, source);
        }
    }

    /**
     * Where a message came from: its own destination, because a consumer's may be a pattern; but not all providers say on
     * the message that a queue is temporary.
     *
     * @param taker the consumer or listener
     */
    Destination source(Object taker, Message message) {
        Source source = sources.get(taker);
        return source != null && source.temporaryName != null
                && source.temporaryName.equals(Destinations.name(MessageProperties.destination(message)))
                ? source.destination : destinations.source(message);
    }

    /** Where a call of a consumer failed that got no message. */
    Destination source(Object consumer) {
        Source source = sources.get(consumer);
        return source == null ? destinations.of(null, consumer) : source.destination;
    }
}
