package io.obsagent.telemetry.messaging;

/** A session on a connection. Thread-safe. */
public final class BrokerSession {
    private final BrokerConnection connection;
    private boolean open;

    public BrokerSession(BrokerConnection connection) {
        this.connection = connection;
    }

    public BrokerConnection connection() {
        return connection;
    }

    public synchronized void opened() {
        if (!open) {
            open = true;
            connection.sessions(1);
        }
    }

    public synchronized void closed() {
        if (open) {
            open = false;
            connection.sessions(-1);
        }
    }
}
