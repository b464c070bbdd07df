package io.obsagent.instrumentation.springkafka;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Verb;

/** One call of a listener. */
final class Processing {
    /** By name: what a container puts around the exceptions of a listener. */
    private static final String WRAPPER = "org.springframework.kafka.listener.ListenerExecutionFailedException";

    private final Operation operation;
    private final Destination source;

    private Processing(Operation operation, Destination source) {
        this.operation = operation;
        this.source = source;
    }

    /** @param operation null when there is nothing to measure */
    static Processing begin(Operation operation, Destination source) {
        if (operation == null) {
            return null;
        }
        operation.attach();
        return new Processing(operation, source);
    }

    void end(Throwable thrown) {
        operation.detach();
        source.end(operation, Verb.PROCESS, cause(thrown));
    }

    private static Throwable cause(Throwable thrown) {
        Throwable found = thrown;
        while (found != null && found.getCause() != null && found.getClass().getName().equals(WRAPPER)) {
            found = found.getCause();
        }
        return found;
    }
}
