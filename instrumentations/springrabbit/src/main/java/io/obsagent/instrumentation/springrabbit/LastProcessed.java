package io.obsagent.instrumentation.springrabbit;

import io.obsagent.telemetry.Operation;

/** What a container's thread has just processed: it settles that next, after the listener and its span have ended. */
final class LastProcessed {
    private final ThreadLocal<Operation> ofThread = new ThreadLocal<>();

    void keep(Operation processed) {
        ofThread.set(processed);
    }

    Operation take() {
        Operation processed = ofThread.get();
        ofThread.set(null); // removing the entry would make a new one with each message
        return processed;
    }
}
