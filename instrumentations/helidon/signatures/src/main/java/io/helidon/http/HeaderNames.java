package io.helidon.http;

public abstract class HeaderNames {
    public static HeaderName create(String name) {
        throw new UnsupportedOperationException(name);
    }
}
