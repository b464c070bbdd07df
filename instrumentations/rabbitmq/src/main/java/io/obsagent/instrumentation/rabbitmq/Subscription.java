package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.messaging.Destination;

/** A consumer on one queue of one channel. Used by the channel's dispatch thread. */
final class Subscription {
    final ChannelState channel;
    final boolean autoAcknowledged;
    /** Whether the consumer only passes messages on, to be processed where another module sees it. */
    final boolean relayed;
    /** Deliveries up to this tag came by the channel that this one stands for since a recovery; the broker has them again. */
    final long lastOfLostChannel;
    private final String queue;
    /** Whether the consumer belongs to a server of calls, which takes requests from it one by one. */
    private volatile boolean serving;
    private String lastExchange;
    private String lastRoutingKey;
    private Destination last;

    Subscription(ChannelState channel, String queue, boolean autoAcknowledged, boolean relayed,
            long lastOfLostChannel) {
        this.channel = channel;
        this.queue = queue;
        this.autoAcknowledged = autoAcknowledged;
        this.relayed = relayed;
        this.lastOfLostChannel = lastOfLostChannel;
    }

    void serve() {
        serving = true;
    }

    boolean isServing() {
        return serving;
    }

    /** Most queues get all their messages by one route. */
    Destination source(String exchange, String routingKey) {
        if (last == null || !exchange.equals(lastExchange) || !routingKey.equals(lastRoutingKey)) {
            last = channel.connection.broker().source(exchange, routingKey, queue);
            lastExchange = exchange;
            lastRoutingKey = routingKey;
        }
        return last;
    }
}
