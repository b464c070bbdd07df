import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * As many threads as the argument says use up CPU time in three ways, from the first line of its input on until the input
 * ends, and says {@code enough} after eight seconds of it; at the end it says how much each way took by the threads' own clocks: {@code burnA 1234}, in milliseconds, and so on.
 * The threads stay until the end.
 */
public final class KnownCpu {
    private static final int MILLI = 1_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final AtomicLongArray USED = new AtomicLongArray(3);

    private static final AtomicLong TOTAL = new AtomicLong();
    private static final long ENOUGH = 8_000L * MILLI;

    private static volatile boolean enough;
    private static volatile boolean over;

    private KnownCpu() {
    }

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[0]);
        System.out.println("ready");
        System.in.read();
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            int first = i % 3;
            Thread thread = new Thread(() -> {
                burn(first);
                done.countDown();
                rest();
            });
            thread.setDaemon(true);
            thread.start();
        }
        System.out.println("burning");
        while (System.in.read() >= 0) {
            continue;
        }
        over = true;
        done.await();
        for (int way = 0; way < 3; way++) {
            System.out.println("burn" + (char) ('A' + way) + " " + USED.get(way) / MILLI);
        }
        System.out.println("done");
        System.exit(0);
    }

    private static void burn(int first) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int way = first; !over; way = (way + 1) % 3) {
            if (way == 0) {
                burnA(before + 60 * MILLI);
            } else if (way == 1) {
                burnB(before + 80 * MILLI);
            } else {
                burnC(before + 100 * MILLI);
            }
            long after = THREADS.getCurrentThreadCpuTime();
            USED.addAndGet(way, after - before);
            if (TOTAL.addAndGet(after - before) > ENOUGH && !enough) {
                enough = true;
                System.out.println("enough");
            }
            before = after;
        }
    }

    private static void rest() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void burnA(long end) {
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void burnB(long end) {
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void burnC(long end) {
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
