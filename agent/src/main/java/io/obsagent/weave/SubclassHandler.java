package io.obsagent.weave;

/**
 * Stands in a class that is not of the wanted type itself but may have subclasses that are: SQLite's driver has the
 * bodies of its statements in such a class. Asks for each class of instances once, and makes the real handler at the
 * first of them.
 */
final class SubclassHandler extends Handler {
    private final Handlers handlers;
    private final JoinPoint point;
    private final ClassValue<Boolean> wanted = new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return TypeNames.isA(type, point.types);
        }
    };
    private volatile Handler real;

    SubclassHandler(Handlers handlers, JoinPoint point) {
        this.handlers = handlers;
        this.point = point;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        if (self == null || !wanted.get(self.getClass())) {
            return null;
        }
        Handler handler = real;
        if (handler == null) {
            handler = handlers.make(self.getClass().getClassLoader(), point);
            real = handler;
        }
        return handler.enter(self, a, b, c, d);
    }

    @Override
    public Object argument(Object scope, Object original) {
        return real.argument(scope, original);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        return real.exit(scope, result, thrown);
    }
}
