package java.lang;

/**
 * The only class of the agent that woven code knows. It lives in {@code java.lang} because every class loader (OSGi,
 * JBoss Modules, JPMS layers) delegates {@code java.*}, and it is defined there with {@code Lookup.defineClass}, so
 * that nothing is appended to the boot class path and class-data sharing of the application keeps working.
 *
 * <p>Contract with woven code: no method here ever throws because of the agent, and none blocks. Everything a handler
 * throws ends in {@link #failed}; after too many failures the join point is cut.
 *
 * <p>Thread-safe. Java 8 bytecode, no dependency.
 */
public final class ObsBridge {
    /** Set once by the agent before the first class is woven; null means that nothing is connected. */
    private static volatile ObsDispatcher dispatcher;

    /** Failures after which a join point stays cut for the rest of the process. */
    private static final int FUSE = 20;

    private static int[] failures = new int[0];
    /** True entries are join points that are switched off, by a setting, at run time, or by their fuse. */
    private static boolean[] cut = new boolean[0];

    private ObsBridge() {}

    /**
     * Connects the agent.
     *
     * @param agent where join points are sent
     * @param joinPoints how many join point numbers exist
     */
    public static void connect(ObsDispatcher agent, int joinPoints) {
        failures = new int[joinPoints];
        cut = new boolean[joinPoints];
        dispatcher = agent;
    }

    /** Switches one join point off or on again, without retransforming anything. */
    public static void cut(int joinPoint, boolean off) {
        cut[joinPoint] = off;
    }

    /** Hands a command line (settings to change) to the running agent; used when it is attached a second time. */
    public static void command(String arguments) {
        ObsDispatcher agent = dispatcher;
        if (agent != null) {
            agent.command(arguments);
        }
    }

    /**
     * Before the body of a woven method.
     *
     * @return the scope to hand to {@link #exit}; null when there is nothing to exit
     */
    public static Object enter(Class<?> type, int joinPoint, Object self, Object a, Object b, Object c, Object d) {
        ObsDispatcher agent = dispatcher;
        if (agent == null || cut[joinPoint]) {
            return null;
        }
        try {
            return agent.enter(type, joinPoint, self, a, b, c, d);
        } catch (Throwable t) {
            failed(joinPoint, t);
            return null;
        }
    }

    /** Gives the handler the chance to replace one argument; the original when it does not, or fails. */
    public static Object argument(Object original, Object scope, Class<?> type, int joinPoint) {
        if (scope == null) {
            return original;
        }
        try {
            return dispatcher.argument(original, scope, type, joinPoint);
        } catch (Throwable t) {
            failed(joinPoint, t);
            return original;
        }
    }

    /**
     * After the body.
     *
     * @return what the woven method returns if its join point replaces results
     */
    public static Object exit(Object result, Object scope, Class<?> type, int joinPoint) {
        if (scope == null) {
            return result;
        }
        try {
            return dispatcher.exit(result, null, scope, type, joinPoint);
        } catch (Throwable t) {
            failed(joinPoint, t);
            return result;
        }
    }

    /** After a body that threw; the woven method rethrows the very same object. */
    public static void exitThrown(Throwable thrown, Object scope, Class<?> type, int joinPoint) {
        if (scope == null) {
            return;
        }
        try {
            dispatcher.exit(null, thrown, scope, type, joinPoint);
        } catch (Throwable t) {
            failed(joinPoint, t);
        }
    }

    private static void failed(int joinPoint, Throwable t) {
        if (t instanceof VirtualMachineError) {
            return; // the application is about to meet the same shortage itself; it says nothing about the handler
        }
        if ("java.lang.ThreadDeath".equals(t.getClass().getName())) {
            ObsBridge.<RuntimeException>rethrow(t); // Thread.stop is meant for the application's code
        }
        try {
            boolean blown = ++failures[joinPoint] == FUSE;
            if (blown) {
                cut[joinPoint] = true;
            }
            dispatcher.failed(joinPoint, t, blown);
        } catch (Throwable ignored) {
            cut[joinPoint] = true; // reporting must never be worse than the failure
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void rethrow(Throwable t) throws T {
        throw (T) t;
    }
}
