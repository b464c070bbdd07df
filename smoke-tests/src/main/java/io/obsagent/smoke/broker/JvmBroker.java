package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Ports;

/** A broker in a JVM of its own, all in memory. Not thread-safe. */
public abstract class JvmBroker implements Broker {
    private final int port = Ports.free();
    private final JavaApp program;
    private AppProcess process;

    /** @param program takes the port as its argument, and tells when it listens */
    JvmBroker(JavaApp program) {
        this.program = program.jvmOption("-Xmx256m");
        process = run();
    }

    private AppProcess run() {
        AppProcess started = program.start(Integer.toString(port));
        started.awaitPort();
        return started;
    }

    @Override
    public final int port() {
        return port;
    }

    /** Kills the broker, with what is in its queues, and starts it again. */
    public final void restart() {
        process.kill().awaitExit();
        process = run();
    }

    @Override
    public final void close() {
        process.close();
    }
}
