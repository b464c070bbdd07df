package io.helidon.http;

public abstract class Status {
    public abstract int code();
}
