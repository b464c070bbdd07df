package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same on RabbitMQ 4. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isRelease4Installed", disabledReason = "RabbitMQ 4 is not installed")
@LibraryVersions(name = "Vert.x Proton", artifact = "io.vertx:vertx-proton", versions = {"4.0.0", "5.0.8"})
class VertxProtonRabbitMq4Test extends VertxProtonTest {
    @Override
    Broker broker() {
        return withQueues(RabbitMqBroker.startRelease4());
    }
}
