package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;

/** Apache ActiveMQ Classic. */
public final class ActiveMqBroker extends JvmBroker {
    private ActiveMqBroker() {
        super(JavaApp.of("ActiveMqBroker", AppSources.compile(17,
                Libraries.resolve("org.apache.activemq:activemq-broker:5.18.7"), "broker/activemq")));
    }

    public static ActiveMqBroker start() {
        return new ActiveMqBroker();
    }
}
