package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;

/** Apache Artemis, for its own protocol. */
public final class ArtemisBroker extends JvmBroker {
    private ArtemisBroker() {
        super(JavaApp.of("ArtemisBroker", AppSources.compile(17,
                Libraries.resolve("org.apache.activemq:artemis-server:2.42.0"), "broker/artemis")));
    }

    public static ArtemisBroker start() {
        return new ArtemisBroker();
    }
}
