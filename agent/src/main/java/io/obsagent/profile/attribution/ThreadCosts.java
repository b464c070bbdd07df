package io.obsagent.profile.attribution;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the calling platform thread has used up so far. Read only at switches between which a sample fell, because one
 * reading of the CPU clock is a system call (0.48 us, the allocation counter 0.02 us).
 *
 * <p>The bean is fetched once on the agent's own thread; asking it for the current thread's counters is a native call
 * that touches no MBean server and takes no lock.
 */
final class ThreadCosts {
    private final ThreadMXBean threads;

    private ThreadCosts(ThreadMXBean threads) {
        this.threads = threads;
    }

    /** Null where the JVM does not count, or has no {@code jdk.management}. */
    static ThreadCosts ofThisJvm() {
        try {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            boolean counts = threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                    && threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled();
            return counts ? new ThreadCosts(threads) : null;
        } catch (LinkageError | RuntimeException e) {
            return null;
        }
    }

    long cpuNanos() {
        return threads.getCurrentThreadCpuTime();
    }

    long allocatedBytes(long ownThreadId) {
        return threads.getThreadAllocatedBytes(ownThreadId);
    }
}
