package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Verb;

/** A message is being processed on this thread. */
final class Processing {
    private final Operation operation;
    private final Destination source;

    Processing(Operation operation, Destination source) {
        this.operation = operation;
        this.source = source;
    }

    void end(Throwable thrown) {
        operation.detach();
        source.end(operation, Verb.PROCESS, thrown);
    }
}
