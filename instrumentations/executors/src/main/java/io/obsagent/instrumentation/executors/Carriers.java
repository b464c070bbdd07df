package io.obsagent.instrumentation.executors;

import java.util.concurrent.ForkJoinPool;

/**
 * Tells the pool that runs virtual threads from all others. Its tasks are mounts, not work of the application: what a
 * virtual thread works for stays with the virtual thread, whoever wakes it.
 */
final class Carriers {
    /** Null before Java 21. */
    private final Class<?> carrierThread = find("jdk.internal.misc.CarrierThread");

    private static Class<?> find(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    boolean isCurrent() {
        return carrierThread != null && Thread.currentThread().getClass() == carrierThread;
    }

    boolean owns(Object pool) {
        return carrierThread != null
                && ((ForkJoinPool) pool).getFactory().getClass().getName().startsWith("java.lang.VirtualThread");
    }
}
