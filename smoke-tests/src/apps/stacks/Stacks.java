import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Four threads allocate at the end of stacks of which no two are the same, because each frame is at one of 16 lines. The
 * argument is how deep they are. In bursts, which are many times what the profiler takes in a second: one that took the
 * whole processor would show how long the profiler must wait for it, which is not asked here. Ends with its input.
 */
public final class Stacks {
    private static final int THREADS = 4;
    private static final int ARRAY = 128 * 1024;
    private static final int BURST = 100;
    private static final int PAUSE_MILLIS = 10;

    private static volatile boolean over;
    private static volatile byte[] last;

    private Stacks() {
    }

    private static final class Way {
        private final SplittableRandom random = new SplittableRandom();
        private int left;
    }

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[0]);
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> wander(depth));
            threads[i].start();
        }
        System.out.println("wandering");
        while (System.in.read() >= 0) {
            continue;
        }
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void wander(int depth) {
        Way way = new Way();
        while (!over) {
            for (int i = 0; i < BURST; i++) {
                way.left = depth;
                next(way);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }

    private static int next(Way way) {
        if (way.left-- == 0) {
            last = new byte[ARRAY];
            return 0;
        }
        switch (way.random.nextInt(16)) {
            case 0:
                return next(way) + 0;
            case 1:
                return next(way) + 1;
            case 2:
                return next(way) + 2;
            case 3:
                return next(way) + 3;
            case 4:
                return next(way) + 4;
            case 5:
                return next(way) + 5;
            case 6:
                return next(way) + 6;
            case 7:
                return next(way) + 7;
            case 8:
                return next(way) + 8;
            case 9:
                return next(way) + 9;
            case 10:
                return next(way) + 10;
            case 11:
                return next(way) + 11;
            case 12:
                return next(way) + 12;
            case 13:
                return next(way) + 13;
            case 14:
                return next(way) + 14;
            default:
                return next(way) + 15;
        }
    }
}
