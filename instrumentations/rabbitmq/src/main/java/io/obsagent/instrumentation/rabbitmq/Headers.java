package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.LongString;
import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.Setter;
import java.util.Map;

/**
 * The headers of a message. Ours are plain strings, readable in any language. {@code obs-sent} is the time of
 * publishing in milliseconds of the epoch: the protocol's own timestamp has seconds only and belongs to the user.
 */
final class Headers implements Getter<Map<String, Object>>, Setter<Map<String, Object>> {
    static final Headers ACCESS = new Headers();

    private static final String SENT = "obs-sent";

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
    static void sentAt(Map<String, Object> headers, long millis) {
        headers.put(SENT, Long.toString(millis));
    }

    /** When the message was published; 0 where that is not known. */
    static long sentAt(Map<String, Object> headers) {
        String millis = headers == null ? null : ACCESS.get(headers, SENT);
        if (millis == null || millis.length() > 15) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < millis.length(); i++) {
            int digit = millis.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
