package io.obsagent.weave;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the handlers of one library in one application loader: each class once, its constructor's parameters taken
 * from the agent's services or, for classes of the library's own package, made the same way.
 *
 * <p>Guarded by its own lock; only the first call of a join point in a loader comes here.
 */
final class HandlerFactory {
    private final ClassLoader loader;
    private final String ownPackage;
    private final Object[] services;
    private final Map<Class<?>, Object> made = new HashMap<>();

    HandlerFactory(ClassLoader loader, String library, Object[] services) {
        this.loader = loader;
        this.ownPackage = "io.obsagent.instrumentation." + library;
        this.services = services;
    }

    synchronized Handler handler(String className) throws ReflectiveOperationException {
        return (Handler) instance(Class.forName(className, true, loader));
    }

    private Object instance(Class<?> type) throws ReflectiveOperationException {
        for (Object service : services) {
            if (type.isInstance(service)) {
                return service;
            }
        }
        Object existing = made.get(type);
        if (existing != null) {
            return existing;
        }
        if (!type.getName().startsWith(ownPackage)) {
            throw new NoSuchMethodException("no service " + type.getName() + " for handlers");
        }
        Object fresh = construct(type.getDeclaredConstructors()[0]);
        made.put(type, fresh);
        return fresh;
    }

    private Object construct(Constructor<?> constructor) throws ReflectiveOperationException {
        Class<?>[] parameters = constructor.getParameterTypes();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = instance(parameters[i]);
        }
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw e;
        }
    }
}
