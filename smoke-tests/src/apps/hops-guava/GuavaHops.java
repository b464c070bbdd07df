import com.google.common.util.concurrent.MoreExecutors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/** Tasks of several requests in one run of a sequential executor. */
final class GuavaHops {
    private GuavaHops() {
    }

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Executor sequential = sequential(pool);
        Hop.check("sequential", task -> {
            FutureTask<String> future = new FutureTask<>(task);
            sequential.execute(future);
            return future;
        });
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Probe.request("first", () -> sequential.execute(() -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ran.add(Probe.current());
        }));
        Probe.request("second", () -> sequential.execute(() -> ran.add(Probe.current())));
        sequential.execute(() -> ran.add(Probe.current()));
        sequential.execute(done::countDown);
        go.countDown();
        done.await();
        Checks.expect("one run", List.of("first", "second", "none"), ran);
        direct();
        Checks.expectNothingPending();
        Checks.exit();
    }

    /** The name of the factory method changed with the years. */
    private static Executor sequential(Executor pool) throws ReflectiveOperationException {
        try {
            return (Executor) MoreExecutors.class.getMethod("newSequentialExecutor", Executor.class).invoke(null, pool);
        } catch (NoSuchMethodException e) {
            return (Executor) MoreExecutors.class.getMethod("sequentialExecutor", Executor.class).invoke(null, pool);
        }
    }

    /** On the caller's own thread nothing of the caller is lost. */
    private static void direct() throws ReflectiveOperationException {
        Executor direct = sequential(Runnable::run);
        Probe.request("caller", () -> {
            direct.execute(() -> Checks.expect("direct", "caller", Probe.current()));
            Checks.expect("after direct", "caller", Probe.current());
        });
    }
}
