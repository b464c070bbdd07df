package io.obsagent.weave;

import io.obsagent.AgentLoader;

/**
 * Stands beside an application's class loader and holds the handlers of one library: {@code io.obsagent} comes from
 * the agent, everything else from the application. So a handler is plain Java compiled against the library, whatever
 * version of it and whatever loader the application has, and it goes away together with that loader.
 */
final class HandlerLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final String OURS = "io.obsagent.";

    private final AgentLoader agent;
    private final String folder;
    private final HandlerFactory factory;

    HandlerLoader(ClassLoader application, AgentLoader agent, String library, Object[] services) {
        super(application);
        this.agent = agent;
        this.folder = "obs/" + library + "/";
        this.factory = new HandlerFactory(this, library, services);
    }

    Handler handler(String className) throws ReflectiveOperationException {
        return factory.handler(className);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = agent.bytes(folder + name.replace('.', '/') + ".class");
            return bytes == null
                    ? agent.loadClass(name)
                    : defineClass(name, bytes, 0, bytes.length, HandlerLoader.class.getProtectionDomain());
        }
    }
}
