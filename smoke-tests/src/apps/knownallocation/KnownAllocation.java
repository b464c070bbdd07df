import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * With the first line of its input allocates 20 MiB a second for six seconds, and then for three as fast as it can, in arrays
 * of two sizes; says how much each way took: {@code trickle 123}, in KiB, and so on. Ends with its input.
 */
public final class KnownAllocation {
    private static final int KIB = 1024;
    private static final long TRICKLE_NANOS = TimeUnit.SECONDS.toNanos(6);
    private static final long FLOOD_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static volatile byte[] last;

    private KnownAllocation() {
    }

    public static void main(String[] args) throws Exception {
        System.out.println("ready");
        System.in.read();
        long begin = System.nanoTime();
        long trickled = 0;
        for (long due = begin; due < begin + TRICKLE_NANOS; due += PAUSE_NANOS) {
            trickled += trickle();
            LockSupport.parkNanos(due + PAUSE_NANOS - System.nanoTime());
        }
        long small = 0;
        long large = 0;
        for (long end = System.nanoTime() + FLOOD_NANOS; System.nanoTime() < end; ) {
            small += small();
            large += large();
        }
        System.out.println("trickle " + trickled);
        System.out.println("small " + small);
        System.out.println("large " + large);
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private static int trickle() {
        for (int i = 0; i < 64; i++) {
            last = new byte[16 * KIB];
        }
        return 64 * 16;
    }

    private static int small() {
        for (int i = 0; i < 16; i++) {
            last = new byte[8 * KIB];
        }
        return 16 * 8;
    }

    private static int large() {
        for (int i = 0; i < 8; i++) {
            last = new byte[32 * KIB];
        }
        return 8 * 32;
    }
}
