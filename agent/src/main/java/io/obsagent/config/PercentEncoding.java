package io.obsagent.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding, in which OTLP headers, resource attributes, baggage and gRPC messages write what their syntax has
 * no room for.
 */
public final class PercentEncoding {
    private PercentEncoding() {}

    /**
     * RFC 3986, so a plus sign stays one; bytes are UTF-8. Null for a percent sign that two hexadecimal digits do not
     * follow.
     */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            if (i + 2 >= bytes.length) {
                return null;
            }
            int high = Character.digit(bytes[++i], 16);
            int low = Character.digit(bytes[++i], 16);
            if (high < 0 || low < 0) {
                return null;
            }
            decoded.write(high << 4 | low);
        }
        return new String(decoded.toByteArray(), StandardCharsets.UTF_8);
    }
}
