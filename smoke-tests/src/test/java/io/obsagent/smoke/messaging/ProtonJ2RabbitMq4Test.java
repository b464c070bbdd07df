package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same on RabbitMQ 4. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isRelease4Installed", disabledReason = "RabbitMQ 4 is not installed")
@LibraryVersions(name = "Qpid ProtonJ2", artifact = "org.apache.qpid:protonj2-client", versions = {"1.0.0", "1.1.0"})
class ProtonJ2RabbitMq4Test extends ProtonJ2Test {
    @Override
    Broker broker() {
        return withQueues(RabbitMqBroker.startRelease4());
    }
}
