import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What all threads of this JVM have allocated so far. */
final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {
    }

    /** The threads of a server and of an agent do not end, so that the living ones are all that count. */
    static long bytes() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(bytes, 0);
        }
        return sum;
    }
}
