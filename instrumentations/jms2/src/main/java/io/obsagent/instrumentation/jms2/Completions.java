package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.Confirmations;

/** Messages sent without waiting for the broker: shared by those who see them sent and answered. */
final class Completions {
    final Confirmations awaited = new Confirmations();

    /** JMS 1.1 has no such type, so it is known by its name; a class is asked once. */
    private final ClassValue<Boolean> listeners = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isListener(type);
        }
    };

    boolean isListener(Object argument) {
        return argument != null && !(argument instanceof Number) && listeners.get(argument.getClass());
    }

    private static boolean isListener(Class<?> type) {
        for (Class<?> each : type.getInterfaces()) {
            if (each.getName().equals("javax.jms.CompletionListener") || isListener(each)) {
                return true;
            }
        }
        return type.getSuperclass() != null && isListener(type.getSuperclass());
    }
}
