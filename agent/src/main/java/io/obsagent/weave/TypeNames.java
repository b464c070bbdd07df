package io.obsagent.weave;

/** Whether a loaded class is one of some named types; by names, so that nothing is loaded to find out. */
final class TypeNames {
    private TypeNames() {}

    static boolean isA(Class<?> type, String[] internalNames) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (named(c, internalNames)) {
                return true;
            }
            for (Class<?> i : c.getInterfaces()) {
                if (isA(i, internalNames)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean named(Class<?> type, String[] internalNames) {
        String name = type.getName().replace('.', '/');
        for (String candidate : internalNames) {
            if (candidate.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
