import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** 100,000 virtual threads that park and yield, half of them inside a request. */
final class ManyVirtualThreads {
    private static final int EACH = 50_000;

    private ManyVirtualThreads() {
    }

    public static void main(String[] args) throws Exception {
        Virtual.awaitWoven();
        AtomicInteger wrong = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        Probe.request("many", () -> start(threads, "many", wrong));
        start(threads, "none", wrong);
        for (Thread thread : threads) {
            thread.join();
        }
        Checks.expect("virtual threads that saw another request", 0, wrong.get());
        threads.clear();
        Checks.expectNothingPending();
        Checks.exit();
    }

    private static void start(List<Thread> threads, String name, AtomicInteger wrong) {
        try {
            for (int i = 0; i < EACH; i++) {
                threads.add(Virtual.start(() -> {
                    boolean right = Probe.current().equals(name);
                    Thread.yield();
                    LockSupport.parkNanos(1_000_000);
                    if (!right || !Probe.current().equals(name)) {
                        wrong.incrementAndGet();
                    }
                }));
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
