package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.Setter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers that are a map, such as the application properties of AMQP 1.0. What the agent writes are plain strings. */
public final class MapHeaders implements Getter<Map<String, Object>>, Setter<Map<String, Object>> {
    public static final MapHeaders ACCESS = new MapHeaders();

    /** How JMS, whose names are Java identifiers, spells the header. */
    private static final String SENT_BY_JMS = SentTime.HEADER.replace("-", "__dash__");

    private MapHeaders() {}

    @Override
    public String get(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    /** What the user set stays. */
    @Override
    public void set(Map<String, Object> headers, String name, String value) {
        headers.putIfAbsent(name, value);
    }

    /**
     * A copy of the user's headers with the time of sending.
     *
     * @param users may be immutable, null for none
     */
    public static Map<String, Object> sending(Map<String, Object> users) {
        Map<String, Object> headers = users == null ? new LinkedHashMap<>() : new LinkedHashMap<>(users);
        headers.put(SentTime.HEADER, SentTime.now());
        return headers;
    }

    /** When a message was sent, in milliseconds of the epoch; 0 where that is not known. */
    public static long sentAt(Map<String, Object> headers) {
        long sent = SentTime.parse(ACCESS.get(headers, SentTime.HEADER));
        return sent > 0 ? sent : SentTime.parse(ACCESS.get(headers, SENT_BY_JMS));
    }
}
