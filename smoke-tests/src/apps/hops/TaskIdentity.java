import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The application sees its own tasks: it compares, finds, removes, cancels and hands them over again. */
final class TaskIdentity {
    private TaskIdentity() {
    }

    public static void main(String[] args) throws Exception {
        comparableTasks();
        sameTaskAgain();
        cancelledAndPeriodic();
        failedAndRejected();
        lateTask();
        Checks.expectNothingPending();
        Checks.exit();
    }

    private static final class Task implements Runnable, Comparable<Task> {
        private final int rank;
        private final List<String> ran;

        Task(int rank, List<String> ran) {
            this.rank = rank;
            this.ran = ran;
        }

        @Override
        public void run() {
            ran.add(rank + Probe.current());
        }

        @Override
        public int compareTo(Task other) {
            return Integer.compare(rank, other.rank);
        }
    }

    /** Keeps a pool of one thread busy until the latch is down. */
    private static CountDownLatch block(ExecutorService pool) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        pool.execute(() -> {
            running.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        running.await();
        return go;
    }

    private static void comparableTasks() throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        Task removed = new Task(3, ran);
        CountDownLatch go = block(pool);
        Probe.request("a", () -> {
            pool.execute(new Task(9, ran));
            pool.execute(removed);
            pool.execute(new Task(1, ran));
        });
        Checks.expect("the queue holds the task itself", true, pool.getQueue().contains(removed));
        Checks.expect("remove(task)", true, pool.remove(removed));
        Probe.request("b", () -> pool.execute(removed));
        go.countDown();
        pool.shutdown();
        Checks.expect("ends", true, pool.awaitTermination(30, TimeUnit.SECONDS));
        Checks.expect("comparable tasks", List.of("1a", "3b", "9a"), ran);
    }

    private static void sameTaskAgain() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        Runnable task = () -> ran.add(Probe.current());
        CountDownLatch go = block(pool);
        Probe.request("a", () -> pool.execute(task));
        Probe.request("b", () -> {
            pool.execute(task);
            pool.execute(task);
        });
        Probe.request("c", () -> pool.execute(task));
        pool.execute(task);
        go.countDown();
        pool.submit(() -> { }).get();
        Checks.expect("one object five times", List.of("a", "b", "b", "c", "none"), ran);
    }

    private static void cancelledAndPeriodic() throws Exception {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
        pool.setRemoveOnCancelPolicy(true);
        Timer timer = new Timer(true);
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        Probe.request("a", () -> {
            ScheduledFuture<?> cancelled = pool.schedule(() -> ran.add("cancelled"), 1, TimeUnit.MINUTES);
            Checks.expect("cancel", true, cancelled.cancel(false));
            Checks.expect("queue after cancel", 0, pool.getQueue().size());
            pool.scheduleAtFixedRate(() -> ran.add(Probe.current()), 0, 1, TimeUnit.MILLISECONDS);
            timer.schedule(new TimerTask() {
                @Override
                public void run() {
                    ran.add(Probe.current());
                }
            }, 0, 1);
        });
        for (int i = 0; i < 20; i++) {
            Checks.expect("periodic task", "none", ran.take());
        }
        pool.shutdownNow();
        timer.cancel();
    }

    private static void failedAndRejected() throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task);
                    thread.setUncaughtExceptionHandler((dying, failure) -> { });
                    return thread;
                });
        Probe.request("a", () -> pool.execute(() -> {
            throw new IllegalStateException("on purpose");
        }));
        Checks.expect("task after one that threw", "none", pool.submit(Probe::current).get());
        pool.shutdown();
        Runnable task = () -> { };
        Probe.request("a", () -> {
            for (int i = 0; i < 100; i++) {
                try {
                    pool.execute(task);
                    Checks.expect("rejected", true, false);
                } catch (RejectedExecutionException expected) {
                    continue;
                }
            }
        });
        Checks.expect("remembered of rejected tasks", "0", Probe.pending());
    }

    private static void lateTask() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        CountDownLatch go = block(pool);
        List<Future<String>> late = new ArrayList<>();
        Probe.request("a", () -> late.add(pool.submit(Probe::current)));
        go.countDown();
        Checks.expect("task that runs after its request", "a", late.get(0).get());
        pool.shutdown();
    }
}
