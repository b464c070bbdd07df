package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The same on RabbitMQ 4, which takes addresses of its own and has no temporary queues and no transactions for it. 1.0.0
 * of the library hangs with it in one run of five, without the agent too.
 */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isRelease4Installed", disabledReason = "RabbitMQ 4 is not installed")
@LibraryVersions(name = "Qpid JMS", artifact = "org.apache.qpid:qpid-jms-client", versions = {"1.16.0", "2.10.0"})
class QpidJmsRabbitMq4Test extends QpidJmsTest {
    @Override
    Broker broker() {
        RabbitMqBroker broker = RabbitMqBroker.startRelease4();
        broker.declare("auto.receiving", "auto.overloads", "auto.listening", "auto.throwing", "auto.acknowledging",
                "auto.again", "auto.forwarding", "auto.forwarded", "auto.user-context", "auto.properties", "auto.context",
                "auto.holding", "auto.completing");
        return broker;
    }

    @Override
    String prefix() {
        return "/queues/auto.";
    }

    @Override
    String topic() {
        return "/topic/news";
    }

    @Override
    boolean isWhole() {
        return false;
    }
}
