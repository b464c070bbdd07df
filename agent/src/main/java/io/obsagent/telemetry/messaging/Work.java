package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.Operation;

/** What the calling thread does to a message at one destination, until it is done. */
public final class Work {
    private final Operation operation;
    private final Destination destination;
    private final Verb verb;

    private Work(Operation operation, Destination destination, Verb verb) {
        this.operation = operation;
        this.destination = destination;
        this.verb = verb;
    }

    /** Makes an operation the thread's context; null for none, which is no work. */
    public static Work begin(Operation operation, Destination destination, Verb verb) {
        if (operation == null) {
            return null;
        }
        operation.attach();
        return new Work(operation, destination, verb);
    }

    /** On the thread that began it. */
    public void end(Throwable thrown) {
        operation.detach();
        destination.end(operation, verb, thrown);
    }
}
