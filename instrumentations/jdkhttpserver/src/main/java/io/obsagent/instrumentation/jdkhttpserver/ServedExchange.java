package io.obsagent.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;

/** What ends an operation. */
final class ServedExchange {
    final HttpExchange exchange;
    /** Set and read by the thread that runs the handler. */
    boolean written;

    ServedExchange(HttpExchange exchange) {
        this.exchange = exchange;
    }
}
