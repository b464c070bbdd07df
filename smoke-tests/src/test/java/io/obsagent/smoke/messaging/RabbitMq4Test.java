package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same on RabbitMQ 4. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isRelease4Installed", disabledReason = "RabbitMQ 4 is not installed")
@LibraryVersions(name = "RabbitMQ client", artifact = "com.rabbitmq:amqp-client", versions = "5.35.0")
class RabbitMq4Test extends RabbitMqTest {
    @Override
    Broker startBroker() {
        return RabbitMqBroker.startRelease4();
    }
}
