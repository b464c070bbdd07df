package io.helidon.http;

public interface Header {
    String values();
}
