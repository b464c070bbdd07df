package io.helidon.http;

public interface HeaderName {
}
