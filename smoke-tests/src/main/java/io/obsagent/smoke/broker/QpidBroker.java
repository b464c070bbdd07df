package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.harness.Ports;

/** Apache Qpid Broker-J, all in memory, for AMQP 0-9-1 and 1.0. */
public final class QpidBroker implements Broker {
    private static final String VERSION = "9.2.1";

    private final int port;
    private final AppProcess process;

    private QpidBroker(int port) {
        this.port = port;
        Library broker = Libraries.resolve("org.apache.qpid:qpid-broker-core:" + VERSION,
                "org.apache.qpid:qpid-broker-plugins-amqp-0-8-protocol:" + VERSION,
                "org.apache.qpid:qpid-broker-plugins-amqp-1-0-protocol:" + VERSION,
                "org.apache.qpid:qpid-broker-plugins-memory-store:" + VERSION);
        process = JavaApp.of("QpidBroker", AppSources.compile(11, broker, "broker/qpid"))
                .jvmOption("-Xmx256m").start(Integer.toString(port));
        process.awaitPort();
    }

    public static QpidBroker start() {
        return new QpidBroker(Ports.free());
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.close();
    }
}
