package io.obsagent.profile.engine;

import java.lang.instrument.Instrumentation;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets async-profiler load its library without the JVM's warning about native access (JDK 24 and later).
 *
 * <p>The permission is given to modules, and all class path code is one module to it. So the package of async-profiler
 * becomes a module of its own in the agent's class loader, and only that is permitted: the application's own use of
 * native code is warned about as before.
 */
final class NativeAccess {
    private static final String PACKAGE = "one.profiler";
    private static final String MODULE = "obsagent.profiler";
    private static final int FIRST_JDK_THAT_WARNS = 24;

    private NativeAccess() {}

    /** To be called before the first class of async-profiler is loaded. Without success the JVM prints its warning. */
    static void grant(Instrumentation instrumentation, ClassLoader loader) {
        if (Runtime.version().feature() < FIRST_JDK_THAT_WARNS || instrumentation == null) {
            return;
        }
        try {
            ModuleLayer boot = ModuleLayer.boot();
            Configuration configuration = boot.configuration().resolve(new OneModule(), ModuleFinder.of(), Set.of(MODULE));
            ModuleLayer layer = ModuleLayer.defineModules(configuration, List.of(boot), name -> loader).layer();
            permit(instrumentation, layer.findModule(MODULE).orElseThrow());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // The warning appears; nothing else is lost.
            return;
        }
    }

    private static void permit(Instrumentation instrumentation, Module profiler) throws ReflectiveOperationException {
        Module us = NativeAccess.class.getModule();
        instrumentation.redefineModule(
                Object.class.getModule(), Collections.emptySet(), Map.of("jdk.internal.access", Set.of(us)),
                Collections.emptyMap(), Collections.emptySet(), Collections.emptyMap());
        Object access = Class.forName("jdk.internal.access.SharedSecrets").getMethod("getJavaLangAccess").invoke(null);
        Class.forName("jdk.internal.access.JavaLangAccess").getMethod("addEnableNativeAccess", Module.class).invoke(access, profiler);
    }

    /** Finds the one module; its classes come from the loader, never from here. */
    private static final class OneModule implements ModuleFinder {
        private final ModuleReference reference =
                new ModuleReference(ModuleDescriptor.newOpenModule(MODULE).exports(PACKAGE).build(), null) {
                    @Override
                    public ModuleReader open() throws IOException {
                        throw new IOException("classes of this module are in the agent jar");
                    }
                };

        @Override
        public Optional<ModuleReference> find(String name) {
            return name.equals(MODULE) ? Optional.of(reference) : Optional.empty();
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.of(reference);
        }
    }
}
