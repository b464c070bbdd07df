package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.LongString;
import io.obsagent.telemetry.messaging.SentTime;
import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.Setter;
import java.util.Map;

/**
 * The headers of a message. Ours are plain strings, readable in any language.
 */
final class Headers implements Getter<Map<String, Object>>, Setter<Map<String, Object>> {
    static final Headers ACCESS = new Headers();

    private Headers() {}

    static Map<String, Object> of(AMQP.BasicProperties properties) {
        return properties == null ? null : properties.getHeaders();
    }

    @Override
    public String get(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        return isPlain(value) ? value.toString() : null;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof LongString || value instanceof Number || value instanceof Boolean;
    }

    /** What the user set stays. */
    @Override
    public void set(Map<String, Object> headers, String name, String value) {
        headers.putIfAbsent(name, value);
    }

    /** A message that is published again has the header of its first publishing, which no longer holds. */
    static void sent(Map<String, Object> headers, String time) {
        headers.put(SentTime.HEADER, time);
    }

    /** When the message was published; 0 where that is not known. */
    static long sentAt(Map<String, Object> headers) {
        Object time = headers == null ? null : headers.get(SentTime.HEADER);
        return time instanceof LongString ? SentTime.parse(((LongString) time).getBytes()) : 0;
    }
}
