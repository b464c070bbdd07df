package io.obsagent.instrumentation.reactornetty;

import io.obsagent.telemetry.WeakTable;

/**
 * Which exchange an object of the library works for. A subscription makes its handler while it subscribes, on the same
 * thread; the handler prepares each attempt on the event loop.
 */
final class Exchanges {
    private final ThreadLocal<Exchange> subscribing = new ThreadLocal<>();
    private final WeakTable<Object, Exchange> ofHandlers = new WeakTable<>();
    private final WeakTable<Object, Exchange> ofAttempts = new WeakTable<>();

    void subscribing(Exchange exchange) {
        subscribing.set(exchange);
    }

    void subscribed() {
        subscribing.remove();
    }

    Exchange handledBy(Object handler) {
        Exchange exchange = subscribing.get();
        if (exchange != null) {
            ofHandlers.put(handler, exchange);
        }
        return exchange;
    }

    Exchange attemptedBy(Object handler, Object attempt) {
        Exchange exchange = ofHandlers.get(handler);
        if (exchange != null) {
            ofAttempts.put(attempt, exchange);
        }
        return exchange;
    }

    Exchange sentBy(Object attempt) {
        return ofAttempts.get(attempt);
    }
}
