package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.harness.Ports;

/** Apache Artemis, all in memory, for its own protocol. */
public final class ArtemisBroker implements Broker {
    private final int port = Ports.free();
    private final AppProcess process;

    private ArtemisBroker() {
        Library server = Libraries.resolve("org.apache.activemq:artemis-server:2.42.0");
        process = JavaApp.of("ArtemisBroker", AppSources.compile(17, server, "broker/artemis"))
                .jvmOption("-Xmx256m").start(Integer.toString(port));
        process.awaitPort();
    }

    public static ArtemisBroker start() {
        return new ArtemisBroker();
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
