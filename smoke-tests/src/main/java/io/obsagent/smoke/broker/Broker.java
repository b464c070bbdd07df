package io.obsagent.smoke.broker;

/** A running broker on a loopback port, with user and password {@code guest}. */
public interface Broker extends AutoCloseable {
    int port();

    @Override
    void close();
}
