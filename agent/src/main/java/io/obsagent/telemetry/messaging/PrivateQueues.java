package io.obsagent.telemetry.messaging;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Queues of one broker that end with the connection which declared them. Thread-safe. */
final class PrivateQueues {
    /** Of a process that declares more of them, under names of its own making, the further ones are taken for lasting. */
    private static final int MOST = 1000;
    /**
     * Names that RabbitMQ gives, or its client for AMQP 1.0 in its place. They are told by their look, because a process that
     * answers requests has not declared the queues it answers to.
     */
    private static final String GENERATED = "amq.gen-";
    private static final String GENERATED_BY_CLIENT = "client.gen-";
    private static final String DIRECT_REPLY = "amq.rabbitmq.reply-to";

    private final Set<String> namedByBroker = ConcurrentHashMap.newKeySet();
    private final Set<String> namedByClient = ConcurrentHashMap.newKeySet();

    void add(String queue, boolean byBroker) {
        Set<String> names = byBroker ? namedByBroker : namedByClient;
        if (names.size() < MOST && !isGenerated(queue)) {
            names.add(queue);
        }
    }

    boolean isNamedByBroker(String queue) {
        return isGenerated(queue) || namedByBroker.contains(queue);
    }

    boolean contains(String queue) {
        return isNamedByBroker(queue) || namedByClient.contains(queue);
    }

    private static boolean isGenerated(String queue) {
        return queue.startsWith(GENERATED) || queue.startsWith(GENERATED_BY_CLIENT) || queue.startsWith(DIRECT_REPLY);
    }
}
