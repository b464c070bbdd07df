package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.messaging.Broker;

/** What is known about one connection. Thread-safe. */
final class ConnectionState {
    private Broker broker;
    private boolean open;
    private boolean lost;
    private boolean closed;

    ConnectionState(Broker unknown) {
        this.broker = unknown;
    }

    synchronized Broker broker() {
        return broker;
    }

    /** It is about to be open, for the first time or again, perhaps to another node. */
    synchronized void leadsTo(Broker found) {
        broker = found;
    }

    synchronized void opened() {
        if (open || closed) {
            return;
        }
        open = true;
        broker.connections(1);
        if (lost) {
            lost = false;
            broker.recovered();
        }
    }

    synchronized void lost() {
        if (open) {
            open = false;
            lost = true;
            broker.connections(-1);
        }
    }

    synchronized void closed() {
        lost();
        closed = true;
    }
}
