package io.obsagent.telemetry.messaging;

/** One consumer of topics: a member of a group, at one broker. Immutable, thread-safe. */
public final class Subscriber {
    private final Broker broker;
    private final String group;

    /** @param group null for a consumer outside any group */
    public Subscriber(Broker broker, String group) {
        this.broker = broker;
        this.group = group;
    }

    /** A topic as this consumer's group sees it; null for several at once. */
    public Destination topic(String name) {
        return broker.topic(name, group);
    }
}
