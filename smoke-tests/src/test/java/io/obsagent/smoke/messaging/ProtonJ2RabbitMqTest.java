package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same on the plugin of RabbitMQ 3, which makes queues by itself and knows no modified messages. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isInstalled", disabledReason = "RabbitMQ is not installed")
@LibraryVersions(name = "Qpid ProtonJ2", artifact = "org.apache.qpid:protonj2-client", versions = {"1.0.0", "1.1.0"})
class ProtonJ2RabbitMqTest extends ProtonJ2Test {
    @Override
    Broker broker() {
        return RabbitMqBroker.start("rabbitmq_amqp1_0");
    }

    @Override
    String[] settlements() {
        return new String[] {"accept", "reject", "release"};
    }
}
