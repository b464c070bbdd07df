package io.obsagent.profile;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time in nanoseconds. */
final class CpuClock {
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path TASKS = Path.of("/proc/self/task");

    private CpuClock() {}

    static long ofProcess() {
        return PROCESS.getProcessCpuTime();
    }

    static long ofThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Of the agent's threads and of the profiler's native ones, which have the name of who started them or one of their own. Linux. */
    static long ofAgent() throws IOException {
        long sum = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                String name = Files.readString(task.resolve("comm"));
                if (name.startsWith("obs-agent") || name.startsWith("Async-profiler")) {
                    sum += Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
                }
            }
        }
        return sum;
    }
}
