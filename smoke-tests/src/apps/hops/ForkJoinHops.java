import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fork/join pools, tasks inside tasks, and parallel streams. */
final class ForkJoinHops {
    private static final ForkJoinPool POOL = new ForkJoinPool(2);

    private ForkJoinHops() {
    }

    public static void main(String[] args) throws Exception {
        Hop.check("submit", task -> POOL.submit(task));
        Hop.check("execute", task -> {
            FutureTask<String> future = new FutureTask<>(task);
            POOL.execute(future);
            return future;
        });
        Hop.check("invokeAll of a pool", task -> POOL.invokeAll(List.of(task)).get(0));
        Hop.check("invoke of a pool", task -> CompletableFuture.completedFuture(POOL.invoke(ForkJoinTask.adapt(task))));
        Hop.check("submitted task", task -> POOL.submit(ForkJoinTask.adapt(task)));
        Hop.check("fork to the common pool", task -> ForkJoinTask.adapt(task).fork());
        Hop.check("fork in a pool", task -> POOL.submit(() -> ForkJoinTask.adapt(task).fork().join()));
        Hop.check("invoke", task -> {
            ForkJoinTask<String> invoked = ForkJoinTask.adapt(task);
            invoked.invoke();
            return invoked;
        });
        Hop.check("invokeAll of two", task -> all(task, 2, tasks -> ForkJoinTask.invokeAll(tasks.get(0), tasks.get(1))));
        Hop.check("invokeAll of an array", task -> all(task, 3,
                tasks -> ForkJoinTask.invokeAll(tasks.toArray(new ForkJoinTask<?>[0]))));
        Hop.check("invokeAll of a list", task -> all(task, 3, ForkJoinTask::invokeAll));
        Hop.check("parallel stream", ForkJoinHops::parallelStream);
        if (Runtime.version().feature() >= 25) {
            scheduled((ScheduledExecutorService) (ExecutorService) POOL);
        }
        Checks.expectNothingPending();
        Checks.exit();
    }

    private interface InvokeAll {
        void invoke(List<ForkJoinTask<String>> tasks);
    }

    private static Future<String> all(Callable<String> task, int count, InvokeAll invoke) {
        List<ForkJoinTask<String>> tasks = IntStream.range(0, count)
                .<ForkJoinTask<String>>mapToObj(i -> ForkJoinTask.adapt(task)).collect(Collectors.toList());
        POOL.submit(() -> invoke.invoke(tasks)).join();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        tasks.forEach(each -> seen.add(each.join()));
        return CompletableFuture.completedFuture(String.join(" and ", seen));
    }

    private static Future<String> parallelStream(Callable<String> task) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 10_000).parallel().forEach(i -> seen.add(Probe.current()));
        return CompletableFuture.completedFuture(String.join(" and ", seen));
    }

    private static void scheduled(ScheduledExecutorService pool) throws Exception {
        Hop.check("schedule", task -> pool.schedule(task, 2, TimeUnit.MILLISECONDS));
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Probe.request("periodic", () ->
                pool.scheduleAtFixedRate(() -> seen.add(Probe.current()), 0, 2, TimeUnit.MILLISECONDS));
        for (int i = 0; i < 5; i++) {
            Checks.expect("periodic task", "none", seen.take());
        }
    }
}
