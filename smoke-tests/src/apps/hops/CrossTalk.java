import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** 50 requests at once share all pools, beside tasks that belong to none. */
final class CrossTalk {
    private static final int REQUESTS = 50;
    private static final int ROUNDS = 40;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);
    private static final ScheduledExecutorService SCHEDULED = Executors.newScheduledThreadPool(2);
    private static final ForkJoinPool FORK_JOIN = new ForkJoinPool(4);

    private CrossTalk() {
    }

    public static void main(String[] args) throws Exception {
        if (Virtual.THREADS) {
            Virtual.awaitWoven();
        }
        ExecutorService clients = Executors.newFixedThreadPool(2 * REQUESTS);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            String name = "request " + i;
            done.add(clients.submit(() -> Probe.request(name, () -> rounds(name))));
            done.add(clients.submit(() -> rounds("none")));
        }
        for (Future<?> each : done) {
            each.get();
        }
        Checks.expectNothingPending();
        Checks.exit();
    }

    private static void rounds(String name) {
        try {
            ExecutorService virtual = Virtual.THREADS ? Virtual.executor() : POOL;
            for (int i = 0; i < ROUNDS; i++) {
                round(name, virtual);
            }
        } catch (Exception e) {
            Checks.expect(name, "no exception", e.toString());
        }
    }

    private static void round(String name, ExecutorService virtual) throws Exception {
        List<Future<String>> seen = new ArrayList<>();
        seen.add(POOL.submit(Probe::current));
        seen.add(virtual.submit(Probe::current));
        seen.add(SCHEDULED.schedule(Probe::current, 1, TimeUnit.MILLISECONDS));
        seen.add(CompletableFuture.supplyAsync(Probe::current));
        seen.add(FORK_JOIN.submit(CrossTalk::forked));
        seen.add(CompletableFuture.supplyAsync(Probe::current, POOL)
                .thenCombine(CompletableFuture.supplyAsync(Probe::current), CrossTalk::both));
        for (Future<String> each : seen) {
            Checks.expect("task", name, each.get());
        }
        Checks.expect("thread", name, Probe.current());
    }

    private static String forked() {
        ForkJoinTask<String> left = ForkJoinTask.adapt(Probe::current);
        ForkJoinTask<String> right = ForkJoinTask.adapt(Probe::current);
        left.fork();
        right.fork();
        return both(both(right.join(), left.join()), Probe.current());
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + " and " + other;
    }
}
