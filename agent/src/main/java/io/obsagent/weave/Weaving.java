package io.obsagent.weave;

import io.obsagent.AgentLoader;
import io.obsagent.bridge.Bridge;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The weaving of one process: defines the bridge, installs the transformer, retransforms what was loaded before, and
 * switches libraries off and on at run time.
 */
public final class Weaving {
    private static final String[] BRIDGE = {"java.lang.ObsDispatcher", "java.lang.ObsBridge"};

    private final AgentLoader agent;
    private final Instrumentation instrumentation;
    private final JoinPointIndex index;
    private final Libraries libraries;
    private final WeaveReport report = new WeaveReport();
    private Handlers handlers;

    /**
     * Reads the index; weaves nothing yet.
     *
     * @throws IOException when the agent jar holds no index that this agent can read
     */
    public Weaving(AgentLoader agent, Instrumentation instrumentation, Libraries libraries) throws IOException {
        this.agent = agent;
        this.instrumentation = instrumentation;
        this.libraries = libraries;
        byte[] bytes = agent.bytes(JoinPointIndex.ENTRY);
        if (bytes == null) {
            throw new IOException("the agent jar has no index of join points");
        }
        this.index = JoinPointIndex.read(bytes, libraries);
    }

    public WeaveReport report() {
        return report;
    }

    /**
     * Connects the handlers and weaves every class loaded from now on.
     *
     * @param services what constructors of handlers may ask for, beside {@link Internals}
     */
    public void install(Switches switches, Object... services) throws IllegalAccessException {
        Object[] all = Arrays.copyOf(services, services.length + 1, Object[].class);
        all[services.length] = new Internals(instrumentation);
        defineBridge();
        handlers = new Handlers(index, agent, new References(agent), report, switches, all);
        Bridge.connect(handlers, index.all.length);
        instrumentation.addTransformer(new WeavingTransformer(index, report), true);
    }

    /**
     * Defines the bridge in {@code java.lang} with public API only. Appending to the boot class path instead would
     * print a warning and switch class-data sharing off for the application's classes (JDK 17).
     */
    private void defineBridge() throws IllegalAccessException {
        Set<Module> us = Collections.singleton(Weaving.class.getModule());
        Map<String, Set<Module>> opens = new HashMap<>();
        opens.put("java.lang", us);
        instrumentation.redefineModule(Object.class.getModule(), Collections.<Module>emptySet(),
                Collections.<String, Set<Module>>emptyMap(), opens, Collections.<Class<?>>emptySet(),
                Collections.<Class<?>, List<Class<?>>>emptyMap());
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
        for (String name : BRIDGE) {
            lookup.defineClass(agent.bytes("obs/bridge/" + name.replace('.', '/') + ".class"));
        }
    }

    /**
     * Retransforms classes that were loaded before the transformer was there: a few of the JDK at start, any when the
     * agent is attached to a running process.
     *
     * @return the classes that the JVM refused to change
     */
    public List<String> weaveLoadedClasses() {
        List<String> refused = new ArrayList<>();
        List<Class<?>> candidates = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isCandidate(type)) {
                if (instrumentation.isModifiableClass(type)) {
                    candidates.add(type);
                } else {
                    refused.add(type.getName());
                }
            }
        }
        if (!candidates.isEmpty() && !retransform(candidates.toArray(new Class<?>[0]))) {
            for (Class<?> type : candidates) {
                if (!retransform(type)) {
                    refused.add(type.getName());
                }
            }
        }
        return refused;
    }

    private boolean isCandidate(Class<?> type) {
        String name = type.getName();
        boolean hidden = name.indexOf('/') >= 0; // lambdas; the JVM refuses to change them
        if (hidden || type.isArray() || type.isPrimitive()) {
            return false;
        }
        if (index.ofClass(name.replace('.', '/')).length > 0) {
            return true;
        }
        return type.getClassLoader() != null && !type.isInterface()
                && hasInterfaceOfInterest(type, new HashSet<Class<?>>());
    }

    private boolean hasInterfaceOfInterest(Class<?> type, Set<Class<?>> seen) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (index.ofInterface(c.getName().replace('.', '/')).length > 0) {
                return true;
            }
            for (Class<?> i : c.getInterfaces()) {
                if (seen.add(i) && hasInterfaceOfInterest(i, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean retransform(Class<?>... types) {
        try {
            instrumentation.retransformClasses(types);
            return true;
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            return false;
        }
    }

    /** Applies what {@link Libraries} says now to every join point; classes stay as they are woven. */
    public void applySwitches() {
        for (JoinPoint point : index.all) {
            Bridge.cut(point.number, !libraries.enabled(point.switchName()));
        }
    }

    /**
     * Makes the handlers of the JDK's own classes, so that the first call inside a fork/join worker or on a virtual
     * thread that is being mounted loads no class.
     */
    public void preload() {
        handlers.preload();
    }

    /** Loads the weaver's own classes by weaving one of ours, so that the application's first match does not wait for it. */
    public void warmUp() {
        byte[] sample = agent.bytes("obs/agent/io/obsagent/weave/Weaving.class");
        JoinPoint point = new JoinPoint(0, "", "", new String[] {"io/obsagent/weave/Weaving"}, false,
                new String[] {"applySwitches"}, "(", new byte[] {0}, new byte[0], false, "", false);
        new ClassWeaver(Collections.singletonList(point), 55).weave(sample);
    }
}
