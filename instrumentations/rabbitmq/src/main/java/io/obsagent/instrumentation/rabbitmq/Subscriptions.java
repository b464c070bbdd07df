package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.Consumer;
import io.obsagent.telemetry.WeakTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which queues a consumer object was registered for. A delivery may arrive before {@code basicConsume} has returned the
 * consumer's tag, so the latest subscription stands for tags that are not known.
 */
final class Subscriptions {
    private final WeakTable<Consumer, OfConsumer> consumers = new WeakTable<>();

    private static final class OfConsumer {
        final Map<String, Subscription> byTag = new ConcurrentHashMap<>(4);
        volatile Subscription latest;
    }

    /** @param tag that the consumer asks for, such as the one it had before a recovery; null or empty for none */
    synchronized void registering(Consumer consumer, String tag, Subscription subscription) {
        OfConsumer known = consumers.get(consumer);
        if (known == null) {
            known = new OfConsumer();
            known.latest = subscription;
            consumers.put(consumer, known);
        } else {
            known.latest = subscription;
        }
        if (tag != null && !tag.isEmpty()) {
            known.byTag.put(tag, subscription);
        }
    }

    void registered(Consumer consumer, String tag, Subscription subscription) {
        OfConsumer known = consumers.get(consumer);
        if (known != null) {
            known.byTag.put(tag, subscription);
        }
    }

    /** The consumer is a server's. */
    void serves(Consumer consumer) {
        OfConsumer known = consumers.get(consumer);
        if (known != null) {
            known.latest.serve();
        }
    }

    /** Null for an object that is no registered consumer, such as one that a registered one delegates to. */
    Subscription find(Consumer consumer, String tag) {
        OfConsumer known = consumers.get(consumer);
        if (known == null) {
            return null;
        }
        Subscription tagged = known.byTag.get(tag);
        return tagged == null ? known.latest : tagged;
    }
}
