package io.obsagent.weave;

import io.obsagent.AgentLoader;
import io.obsagent.bridge.Dispatch;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Finds the handler of a (woven class, join point) and calls it.
 *
 * <p>Handlers hang on the woven class itself ({@link ClassValue}); the agent refers to application loaders weakly only,
 * so a redeployed web application is collectable. A call costs one class-value look-up and one array access.
 */
final class Handlers implements Dispatch {
    private static final Handler NONE = new NoHandler();

    private final JoinPointIndex index;
    private final AgentLoader agent;
    private final WeaveReport report;
    private final References references;
    private final Object[] services;
    private final Switches switches;
    /** The handlers' own classes keep their loader, and so its row entry, alive as long as a woven class has them. */
    private final Map<ClassLoader, WeakReference<HandlerLoader>[]> loaders = new WeakHashMap<>();
    /** Keeps handlers of the JDK alive until the woven classes refer to them. */
    private volatile Handler[] preloaded;
    private final ThreadLocal<Boolean> resolving = new ThreadLocal<>();
    private final ClassValue<Handler[]> handlers = new ClassValue<Handler[]>() {
        @Override
        protected Handler[] computeValue(Class<?> type) {
            return new Handler[index.all.length];
        }
    };

    Handlers(JoinPointIndex index, AgentLoader agent, References references, WeaveReport report, Switches switches,
            Object[] services) {
        this.index = index;
        this.agent = agent;
        this.references = references;
        this.report = report;
        this.switches = switches;
        this.services = services;
    }

    @Override
    public Object enter(Class<?> type, int joinPoint, Object self, Object a, Object b, Object c, Object d) {
        Handler[] found = handlers.get(type);
        Handler handler = found[joinPoint];
        if (handler == null) {
            handler = resolve(type, joinPoint, found);
        }
        return handler.enter(self, a, b, c, d);
    }

    @Override
    public Object argument(Object original, Object scope, Class<?> type, int joinPoint) {
        return handlers.get(type)[joinPoint].argument(scope, original);
    }

    @Override
    public Object exit(Object result, Throwable thrown, Object scope, Class<?> type, int joinPoint) {
        return handlers.get(type)[joinPoint].exit(scope, result, thrown);
    }

    @Override
    public void failed(int joinPoint, Throwable failure, boolean blown) {
        JoinPoint point = index.all[joinPoint];
        report.handlerFailed(point.library, point.handler, failure, blown);
    }

    @Override
    public void command(String arguments) {
        switches.change(arguments);
    }

    /** Makes the handlers of the JDK's own classes before they are called. */
    void preload() {
        Handler[] made = new Handler[index.all.length];
        for (JoinPoint point : index.all) {
            if (!point.implementors && point.types[0].startsWith("java/") && index.ofClass(point.types[0]).length > 0) {
                made[point.number] = make((ClassLoader) null, point);
            }
        }
        preloaded = made;
    }

    private Handler resolve(Class<?> type, int joinPoint, Handler[] found) {
        if (resolving.get() != null) {
            return NONE; // making a handler may itself load classes through woven code of the application's loaders
        }
        resolving.set(Boolean.TRUE);
        try {
            Handler handler = make(type, index.all[joinPoint]);
            found[joinPoint] = handler;
            return handler;
        } finally {
            resolving.remove();
        }
    }

    private Handler make(Class<?> type, JoinPoint point) {
        return point.implementors && !TypeNames.isA(type, point.types)
                ? new SubclassHandler(this, point)
                : make(type.getClassLoader(), point);
    }

    Handler make(ClassLoader application, JoinPoint point) {
        try {
            HandlerLoader loader = loader(application, point.library);
            return loader == null ? NONE : loader.handler(point.handler);
        } catch (ReflectiveOperationException | LinkageError e) {
            report.libraryOff(point.library, application, e.toString(), false);
            return NONE;
        }
    }

    /** The handler loader of a library beside a loader; null where the library lacks something its handlers need. */
    private HandlerLoader loader(ClassLoader application, String library) {
        HandlerLoader known = known(application, library, null);
        if (known != null) {
            return known;
        }
        References.Lack missing = references.missing(library, application);
        if (missing != null) {
            report.libraryOff(library, application, missing.what, missing.ofClass);
            return null;
        }
        return known(application, library, new HandlerLoader(application, agent, library, services));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private HandlerLoader known(ClassLoader application, String library, HandlerLoader fresh) {
        int number = index.libraryNumber(library);
        synchronized (loaders) {
            WeakReference<HandlerLoader>[] row = loaders.get(application);
            if (row == null) {
                row = new WeakReference[index.libraryCount()];
                loaders.put(application, row);
            }
            HandlerLoader known = row[number] == null ? null : row[number].get();
            if (known == null && fresh != null) {
                row[number] = new WeakReference<>(fresh);
                known = fresh;
            }
            return known;
        }
    }

    private static final class NoHandler extends Handler {
        @Override
        public Object enter(Object self, Object a, Object b, Object c, Object d) {
            return null;
        }
    }
}
