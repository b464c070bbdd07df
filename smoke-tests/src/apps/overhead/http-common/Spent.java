import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** What this JVM has allocated and computed so far. */
final class Spent {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Spent() {
    }

    /**
     * Bytes of all threads and nanoseconds of CPU. The threads of a server and of an agent do not end, so that the
     * living ones are all that count.
     */
    static byte[] soFar() {
        long bytes = 0;
        for (long ofOne : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            bytes += Math.max(ofOne, 0);
        }
        return (bytes + " " + PROCESS.getProcessCpuTime()).getBytes(StandardCharsets.US_ASCII);
    }
}
