package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;

/** What Azure Service Bus is to its client. */
public final class ServiceBusPeer extends JvmBroker {
    private ServiceBusPeer() {
        super(JavaApp.of("ServiceBusPeer", AppSources.compile(11,
                Libraries.resolve("org.apache.qpid:proton-j:0.34.1"), "broker/servicebus")));
    }

    public static ServiceBusPeer start() {
        return new ServiceBusPeer();
    }
}
