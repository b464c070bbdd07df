package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Subscriber;
import org.apache.kafka.common.config.AbstractConfig;

/** What is known about each producer and consumer from its configuration. Thread-safe. */
final class Clients {
    private static final String SYSTEM = "kafka";

    private final WeakTable<Object, Broker> producers = new WeakTable<>();
    private final WeakTable<Object, Subscriber> consumers = new WeakTable<>();
    private final MessagingTelemetry messaging;

    Clients(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    void producer(Object producer, AbstractConfig configuration) {
        producers.put(producer, broker(configuration));
    }

    void consumer(Object consumer, AbstractConfig configuration) {
        String group = configuration.getString("group.id");
        consumers.put(consumer, new Subscriber(broker(configuration), group == null || group.isEmpty() ? null : group));
    }

    Broker producer(Object producer) {
        Broker known = producers.get(producer);
        return known == null ? unknown() : known;
    }

    /** Always the same one for a consumer, even for one that is older than the agent. */
    Subscriber consumer(Object consumer) {
        Subscriber known = consumers.get(consumer);
        if (known == null) {
            known = new Subscriber(unknown(), null);
            consumers.put(consumer, known);
        }
        return known;
    }

    private Broker broker(AbstractConfig configuration) {
        BrokerAddress address = BrokerAddress.only(configuration.getList("bootstrap.servers"));
        return address == null ? unknown() : messaging.broker(SYSTEM, address.host, address.port, null, 0);
    }

    private Broker unknown() {
        return messaging.broker(SYSTEM, null, 0, null, 0);
    }
}
