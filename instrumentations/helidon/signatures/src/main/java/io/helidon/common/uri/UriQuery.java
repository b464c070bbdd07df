package io.helidon.common.uri;

public interface UriQuery {
    String rawValue();
}
