package io.obsagent.smoke.otlp;

import java.util.concurrent.ThreadFactory;

/** Named threads that never keep a test JVM alive. */
final class DaemonThreads {
    private DaemonThreads() {
    }

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
