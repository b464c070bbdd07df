package io.obsagent.instrumentation.vertxrabbit;

import com.rabbitmq.client.LongString;
import io.obsagent.telemetry.propagation.Getter;
import java.util.Map;

/** Reads the headers of a received message. */
final class HeaderReader implements Getter<Map<String, Object>> {
    static final HeaderReader INSTANCE = new HeaderReader();

    private HeaderReader() {}

    @Override
    public String get(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        return value instanceof LongString || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }
}
