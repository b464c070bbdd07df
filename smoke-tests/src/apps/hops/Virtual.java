import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads from code that compiles for Java 11. */
final class Virtual {
    static final boolean THREADS = Runtime.version().feature() >= 21;

    private Virtual() {
    }

    /** The JVM loads this class before any agent, so it is woven a moment later, in the background. */
    static void awaitWoven() throws Exception {
        String[] seen = {""};
        for (int i = 0; i < 3000 && !seen[0].equals("woven"); i++) {
            Thread[] thread = new Thread[1];
            Probe.request("woven", () -> thread[0] = unchecked(() -> seen[0] = Probe.current()));
            thread[0].join();
            Thread.sleep(10);
        }
        Checks.expect("virtual threads", "woven", seen[0]);
    }

    private static Thread unchecked(Runnable task) {
        try {
            return start(task);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static Thread start(Runnable task) throws ReflectiveOperationException {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        return (Thread) start.invoke(null, task);
    }

    static ExecutorService executor() throws ReflectiveOperationException {
        return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
