package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where an address leads: {@code /queues/:queue}, {@code /exchanges/:exchange} or {@code /exchanges/:exchange/:key},
 * each part percent-encoded. Immutable.
 */
final class Target {
    private static final String QUEUES = "/queues/";
    private static final String EXCHANGES = "/exchanges/";

    private final String exchange;
    private final String routingKey;
    /** Of an address in another form; null for none. */
    private final String name;

    private Target(String exchange, String routingKey, String name) {
        this.exchange = exchange;
        this.routingKey = routingKey;
        this.name = name;
    }

    /** @param address null for none */
    static Target of(String address) {
        if (address != null && address.startsWith(QUEUES)) {
            return new Target("", decoded(address.substring(QUEUES.length())), null);
        }
        if (address != null && address.startsWith(EXCHANGES)) {
            int key = address.indexOf('/', EXCHANGES.length());
            return key < 0 ? new Target(decoded(address.substring(EXCHANGES.length())), null, null)
                    : new Target(decoded(address.substring(EXCHANGES.length(), key)), decoded(address.substring(key + 1)), null);
        }
        return new Target(null, null, address);
    }

    /** The JDK's decoder is for forms, where a plus is a space. */
    private static String decoded(String part) {
        try {
            return part.indexOf('%') < 0 ? part : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    Destination at(Broker broker) {
        return exchange == null ? broker.named(name) : broker.target(exchange, routingKey);
    }
}
