package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.Unsettled;

/**
 * The publisher or consumer that a thread is making. Its parts are made inside one call of the connection, none of them
 * knows that connection by a public name, and the application's listeners may make further ones meanwhile.
 */
final class Openings {
    private final ThreadLocal<Opening> ofThread = new ThreadLocal<>();

    static final class Opening {
        final BrokerConnection connection;
        /** Of a consumer, once it has its handler. */
        Unsettled unsettled;
        private final Opening outer;

        private Opening(BrokerConnection connection, Opening outer) {
            this.connection = connection;
            this.outer = outer;
        }
    }

    Opening begin(BrokerConnection connection) {
        Opening opening = new Opening(connection, ofThread.get());
        ofThread.set(opening);
        return opening;
    }

    void end(Opening opening) {
        if (opening.outer == null) {
            ofThread.remove();
        } else {
            ofThread.set(opening.outer);
        }
    }

    /** Null for none. */
    Opening current() {
        return ofThread.get();
    }
}
