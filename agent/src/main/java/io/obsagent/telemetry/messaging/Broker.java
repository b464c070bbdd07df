package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.CounterSeries;
import io.obsagent.telemetry.SeriesTable;

/** A broker that this process talks to, and its destinations, found without allocating. Thread-safe. */
public final class Broker {
    private static final String DEFAULT_EXCHANGE = "amq.default";
    private static final int DESTINATIONS = 1024;

    private final MessagingInstruments instruments;
    private final Attributes labels;
    private final Attributes ofSpans;
    private final Destinations destinations = new Destinations();
    private final PrivateQueues privateQueues = new PrivateQueues();
    // Made by libraries that tell of them: zeros of the others would be untrue. Immutable, so a race is harmless.
    private ConnectionSeries ofConnections;
    private ChannelSeries ofChannels;
    private CounterSeries ofSessions;

    Broker(MessagingInstruments instruments, String system, String host, int port, String peerAddress, int peerPort) {
        this.instruments = instruments;
        Attributes.Builder server = Attributes.builder()
                .put(MessagingAttributes.SYSTEM, system).put(MessagingAttributes.SERVER_ADDRESS, host);
        if (host != null && port > 0) {
            server.put(MessagingAttributes.SERVER_PORT, port);
        }
        this.labels = server.build();
        this.ofSpans = peerAddress == null ? labels : labels.with()
                .put(MessagingAttributes.PEER_ADDRESS, peerAddress).put(MessagingAttributes.PEER_PORT, peerPort).build();
    }

    /**
     * A queue or topic by name.
     *
     * @param name null where it is not known
     */
    public Destination named(String name) {
        return topic(name, null);
    }

    /**
     * A topic as a group of consumers sees it.
     *
     * @param name null where it is not known, or for several of them
     * @param group null for none
     */
    public Destination topic(String name, String group) {
        return destinations.find(null, null, name, "named", group, null);
    }

    /** A queue or topic that lives as long as the client which made it. */
    public Destination temporary(String name) {
        return destination(name, null, true, false, null);
    }

    /** AMQP 0-9-1: a queue was declared that only its connection uses. */
    public void declaredPrivately(String queue, boolean namedByBroker) {
        privateQueues.add(queue, namedByBroker);
    }

    /** AMQP 0-9-1: where a message is published to. */
    public Destination target(String exchange, String routingKey) {
        boolean toQueue = exchange == null || exchange.isEmpty();
        return toQueue && routingKey != null && privateQueues.contains(routingKey)
                ? privateRoute(exchange, routingKey, routingKey)
                : destinations.find(exchange, routingKey, null, null, null, null);
    }

    /**
     * AMQP 0-9-1: where a message is consumed from.
     *
     * @param exchange it was published to; null, as the routing key, where that is not known
     */
    public Destination source(String exchange, String routingKey, String queue) {
        return privateQueues.contains(queue)
                ? privateRoute(exchange, routingKey, queue)
                : destinations.find(exchange, routingKey, queue, null, null, null);
    }

    /** Not kept, because there is no end of them. */
    private Destination privateRoute(String exchange, String routingKey, String queue) {
        return destination(routeName(exchange, routingKey, queue), routingKey, true, privateQueues.isNamedByBroker(queue), null);
    }

    /** The name of a route by the conventions: {@code exchange:routing_key:queue} without empty and repeated parts. */
    static String routeName(String exchange, String routingKey, String queue) {
        StringBuilder name = new StringBuilder();
        append(name, exchange);
        append(name, routingKey);
        if (queue != null && !queue.equals(routingKey)) {
            append(name, queue);
        }
        return name.length() == 0 ? DEFAULT_EXCHANGE : name.toString();
    }

    private static void append(StringBuilder name, String part) {
        if (part != null && !part.isEmpty()) {
            if (name.length() > 0) {
                name.append(':');
            }
            name.append(part);
        }
    }

    private Destination destination(String name, String routingKey, boolean temporary, boolean anonymous, String group) {
        return new Destination(instruments, ofSpans, labels, name, routingKey, temporary, anonymous, group);
    }

    /** Open connections have become more, or fewer. */
    public void connections(int change) {
        connectionSeries().open.add(change);
    }

    /** A lost connection is back. */
    public void recovered() {
        connectionSeries().recoveries.add(1);
    }

    /** Open sessions have become more, or fewer. */
    void sessions(int change) {
        if (ofSessions == null) {
            ofSessions = instruments.sessions.series(labels);
        }
        ofSessions.add(change);
    }

    /** AMQP 0-9-1: connections that the broker does not read from have become more, or fewer. */
    void blocked(int change) {
        channelSeries().blocked.add(change);
    }

    /** AMQP 0-9-1: open channels have become more, or fewer. */
    public void channels(int change) {
        channelSeries().open.add(change);
    }

    private ConnectionSeries connectionSeries() {
        ConnectionSeries known = ofConnections;
        if (known == null) {
            known = new ConnectionSeries(instruments, labels);
            ofConnections = known;
        }
        return known;
    }

    private ChannelSeries channelSeries() {
        ChannelSeries known = ofChannels;
        if (known == null) {
            known = new ChannelSeries(instruments, labels);
            ofChannels = known;
        }
        return known;
    }

    /** By exchange, routing key and queue, or by a plain name, in the place of the queue, and a group. */
    private final class Destinations extends SeriesTable<Destination> {
        Destinations() {
            super(DESTINATIONS);
        }

        @Override
        protected Destination create(String exchange, String routingKey, String queue, String named, String group,
                String f) {
            return destination(named != null ? queue : routeName(exchange, routingKey, queue), routingKey, false, false, group);
        }
    }
}
