package io.helidon.http;

public abstract class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public abstract Status status();
}
