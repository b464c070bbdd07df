package io.obsagent.weave;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets handlers of the JDK's own libraries call what its modules keep to themselves. Thread-safe. */
public final class Internals {
    private final Instrumentation instrumentation;

    Internals(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Opens the package of a class of the JDK to the agent, and to nobody else. */
    public MethodHandles.Lookup of(Class<?> type) throws IllegalAccessException {
        Map<String, Set<Module>> opens = new HashMap<>();
        opens.put(type.getPackageName(), Collections.singleton(Internals.class.getModule()));
        instrumentation.redefineModule(type.getModule(), Collections.<Module>emptySet(),
                Collections.<String, Set<Module>>emptyMap(), opens, Collections.<Class<?>>emptySet(),
                Collections.<Class<?>, List<Class<?>>>emptyMap());
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }
}
