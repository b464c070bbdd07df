import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Six threads that want one monitor, then six that want one lock, then six virtual threads that want one monitor; each
 * notes how long it waited: {@code monitor 123}, in milliseconds, and so on.
 */
public final class Locks {
    private static final int THREADS = 6;
    private static final Object MONITOR = new Object();
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final AtomicLong WAITED = new AtomicLong();

    private Locks() {
    }

    /** @param args seconds for each of the three */
    public static void main(String[] args) throws Exception {
        System.out.println("ready");
        System.in.read();
        double seconds = Double.parseDouble(args[0]);
        run("monitor", seconds, false, Locks::monitor);
        run("lock", seconds, false, Locks::lock);
        if (Runtime.version().feature() >= 21) {
            run("virtual", seconds, true, Locks::virtualMonitor);
        }
        System.exit(0);
    }

    private static void run(String name, double seconds, boolean virtual, Runnable turn) throws Exception {
        WAITED.set(0);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Runnable turns = () -> {
                while (System.nanoTime() < end) {
                    turn.run();
                    LockSupport.parkNanos(5_000_000);
                }
            };
            threads.add(virtual ? (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, turns) : new Thread(turns));
        }
        for (Thread thread : threads) {
            if (!virtual) {
                thread.start();
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(name + " " + WAITED.get() / 1_000_000);
    }

    private static void monitor() {
        long start = System.nanoTime();
        synchronized (MONITOR) {
            WAITED.addAndGet(System.nanoTime() - start);
            LockSupport.parkNanos(3_000_000);
        }
    }

    private static void lock() {
        long start = System.nanoTime();
        LOCK.lock();
        try {
            WAITED.addAndGet(System.nanoTime() - start);
            LockSupport.parkNanos(3_000_000);
        } finally {
            LOCK.unlock();
        }
    }

    private static void virtualMonitor() {
        monitor();
    }
}
