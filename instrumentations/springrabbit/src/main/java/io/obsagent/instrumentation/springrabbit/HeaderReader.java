package io.obsagent.instrumentation.springrabbit;

import io.obsagent.telemetry.propagation.Getter;
import org.springframework.amqp.core.MessageProperties;

/** Reads headers, which Spring has turned into strings. */
final class HeaderReader implements Getter<MessageProperties> {
    static final HeaderReader INSTANCE = new HeaderReader();

    private HeaderReader() {}

    @Override
    public String get(MessageProperties properties, String name) {
        Object value = properties.getHeaders().get(name);
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }
}
