package io.obsagent.smoke.messaging;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Apache Qpid Broker-J, all in memory, for AMQP 0-9-1 and 1.0. */
final class QpidBroker implements Broker {
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

    static QpidBroker start() {
        return new QpidBroker(freePort());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
