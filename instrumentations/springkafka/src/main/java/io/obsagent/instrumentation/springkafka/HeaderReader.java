package io.obsagent.instrumentation.springkafka;

import io.obsagent.telemetry.propagation.Getter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Reads headers of records as UTF-8 strings. */
final class HeaderReader implements Getter<Headers> {
    static final HeaderReader INSTANCE = new HeaderReader();

    private HeaderReader() {}

    @Override
    public String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        byte[] value = header == null ? null : header.value();
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
