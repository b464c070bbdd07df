package io.obsagent.profile.attribution;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Gives thread-locals that belong to the operating system thread: on a virtual thread to its carrier. The profiler
 * knows carriers only.
 *
 * <p>From JDK 21 on that is the JDK's own {@code jdk.internal.misc.CarrierThreadLocal}, an ordinary
 * {@link ThreadLocal} to its caller, so that the hot path is one virtual call and no method handle. Before, there are
 * no virtual threads and a plain one does.
 */
public final class CarrierLocal {
    private static final Class<?> VIRTUAL_THREAD = virtualThreadClass();

    /** Asked for once for each carrier, but inside a mount: linked and run before that. Null where there is none. */
    private static volatile MethodHandle carrierThread;

    private CarrierLocal() {}

    /**
     * An empty thread-local of the carrier.
     *
     * @param instrumentation opens the JDK's packages to this class's module; null where there is none, which leaves
     *     virtual threads without attribution
     */
    @SuppressWarnings("unchecked")
    public static <T> ThreadLocal<T> create(Instrumentation instrumentation) {
        if (VIRTUAL_THREAD == null || instrumentation == null) {
            return new ThreadLocal<>();
        }
        try {
            Set<Module> us = Collections.singleton(CarrierLocal.class.getModule());
            instrumentation.redefineModule(
                    Object.class.getModule(), Collections.emptySet(), Map.of("jdk.internal.misc", us, "jdk.internal.access", us),
                    Collections.emptyMap(), Collections.emptySet(), Collections.emptyMap());
            Object access = Class.forName("jdk.internal.access.SharedSecrets").getMethod("getJavaLangAccess").invoke(null);
            Class<?> accessType = Class.forName("jdk.internal.access.JavaLangAccess");
            MethodHandle carrier = MethodHandles.lookup()
                    .findVirtual(accessType, "currentCarrierThread", MethodType.methodType(Thread.class))
                    .bindTo(access);
            ThreadLocal<T> local = (ThreadLocal<T>) Class.forName("jdk.internal.misc.CarrierThreadLocal").getConstructor().newInstance();
            carrierThread = carrier;
            local.get();
            return currentCarrier() == Thread.currentThread() ? local : new ThreadLocal<>();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            carrierThread = null;
            return new ThreadLocal<>();
        }
    }

    /** The platform thread that runs the caller; null on a virtual thread whose carrier cannot be told. */
    static Thread currentCarrier() {
        MethodHandle carrier = carrierThread;
        if (carrier != null) {
            try {
                return (Thread) carrier.invokeExact();
            } catch (Throwable e) {
                return null;
            }
        }
        Thread thread = Thread.currentThread();
        return VIRTUAL_THREAD != null && VIRTUAL_THREAD.isInstance(thread) ? null : thread;
    }

    private static Class<?> virtualThreadClass() {
        try {
            return Class.forName("java.lang.BaseVirtualThread");
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
