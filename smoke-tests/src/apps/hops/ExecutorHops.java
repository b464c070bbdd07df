import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Thread pools, timers, CompletableFuture and virtual threads. */
final class ExecutorHops {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(1);
    private static final ScheduledExecutorService SCHEDULED = Executors.newScheduledThreadPool(1);
    private static final Timer TIMER = new Timer(true);

    private ExecutorHops() {
    }

    public static void main(String[] args) throws Exception {
        pools();
        completableFutures();
        if (Virtual.THREADS) {
            virtualThreads();
        }
        Checks.expectNothingPending();
        Checks.exit();
    }

    private static void pools() throws Exception {
        Hop.check("submit", POOL::submit);
        Hop.check("execute", task -> executed(task, POOL));
        Hop.check("invokeAll", task -> POOL.invokeAll(List.of(task)).get(0));
        Hop.check("submit to scheduled", SCHEDULED::submit);
        Hop.check("schedule", task -> SCHEDULED.schedule(task, 2, TimeUnit.MILLISECONDS));
        Hop.check("schedule without delay", task -> SCHEDULED.schedule(task, 0, TimeUnit.MILLISECONDS));
        Hop.check("caller runs", ExecutorHops::callerRuns);
        Hop.check("timer", task -> {
            FutureTask<String> future = new FutureTask<>(task);
            TIMER.schedule(new TimerTask() {
                @Override
                public void run() {
                    future.run();
                }
            }, 2);
            return future;
        });
    }

    private static Future<String> executed(Callable<String> task, ExecutorService pool) {
        FutureTask<String> future = new FutureTask<>(task);
        pool.execute(future);
        return future;
    }

    private static Future<String> callerRuns(Callable<String> task) {
        ThreadPoolExecutor full = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>(),
                new ThreadPoolExecutor.CallerRunsPolicy());
        CountDownLatch done = new CountDownLatch(1);
        full.execute(() -> {
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Future<String> future = full.submit(task);
        done.countDown();
        full.shutdown();
        return future;
    }

    private static void completableFutures() throws Exception {
        Hop.check("supplyAsync", task -> CompletableFuture.supplyAsync(Probe::current));
        Hop.check("supplyAsync on a pool", task -> CompletableFuture.supplyAsync(Probe::current, POOL));
        Hop.check("runAsync", task -> {
            String[] seen = new String[1];
            return CompletableFuture.runAsync(() -> seen[0] = Probe.current()).thenApply(none -> seen[0]);
        });
        Hop.check("thenApplyAsync", task -> CompletableFuture.supplyAsync(() -> "")
                .thenApplyAsync(none -> Probe.current()));
        Hop.check("thenApplyAsync on a pool", task -> CompletableFuture.supplyAsync(() -> "")
                .thenApplyAsync(none -> Probe.current(), POOL));
        Hop.check("delayedExecutor", task -> CompletableFuture.supplyAsync(Probe::current,
                CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS)));
        Probe.request("timeouts", () -> {
            for (int i = 0; i < 1000; i++) {
                new CompletableFuture<String>().orTimeout(1, TimeUnit.MINUTES).complete("");
            }
        });
    }

    private static void virtualThreads() throws Exception {
        Virtual.awaitWoven();
        ExecutorService virtual = Virtual.executor();
        Hop.check("virtual thread", task -> {
            FutureTask<String> future = new FutureTask<>(task);
            Virtual.start(future);
            return future;
        });
        Hop.check("virtual thread executor", virtual::submit);
        Hop.check("virtual thread that sleeps", task -> virtual.submit(() -> {
            Thread.sleep(2);
            return task.call();
        }));
        Hop.check("virtual thread in another", task -> virtual.submit(() -> virtual.submit(task).get()));
        Hop.check("pool below a virtual thread", task -> virtual.submit(() -> POOL.submit(task).get()));
    }
}
