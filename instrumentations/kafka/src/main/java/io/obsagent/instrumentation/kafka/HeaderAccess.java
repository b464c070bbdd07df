package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.Setter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers of records as UTF-8 strings, which every client in any language can read. */
final class HeaderAccess implements Getter<Headers>, Setter<Headers> {
    static final HeaderAccess INSTANCE = new HeaderAccess();

    private HeaderAccess() {}

    @Override
    public String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        byte[] value = header == null ? null : header.value();
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** What the user set stays. */
    @Override
    public void set(Headers headers, String name, String value) {
        if (headers.lastHeader(name) == null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
