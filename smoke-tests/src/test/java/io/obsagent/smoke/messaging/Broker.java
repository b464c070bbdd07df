package io.obsagent.smoke.messaging;

/** A running broker on a loopback port, with user and password {@code guest}. */
interface Broker extends AutoCloseable {
    int port();

    @Override
    void close();
}
