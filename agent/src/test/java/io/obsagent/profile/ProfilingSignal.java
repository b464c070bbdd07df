package io.obsagent.profile;

import java.lang.reflect.Method;

/**
 * Raises the signal of the profiler's timer on the calling thread. By the JDK's own means, past its check that the JVM handles that
 * signal: wants {@code --add-opens java.base/jdk.internal.misc=ALL-UNNAMED}.
 */
final class ProfilingSignal implements Runnable {
    private final Method raise;
    private final int number;

    ProfilingSignal() throws ReflectiveOperationException {
        raise = Class.forName("jdk.internal.misc.Signal").getDeclaredMethod("raise0", int.class);
        raise.setAccessible(true);
        number = new sun.misc.Signal("PROF").getNumber();
    }

    @Override
    public void run() {
        try {
            raise.invoke(null, number);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
