package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.ArtemisBroker;
import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.junit.LibraryVersions;

@LibraryVersions(name = "Artemis (JMS)", artifact = "org.apache.activemq:artemis-jms-client",
        versions = {"2.6.4", "2.19.1", "org.apache.activemq:artemis-jakarta-client:2.56.0"})
class ArtemisTest extends JmsContract {
    @Override
    Broker broker() {
        return ArtemisBroker.start();
    }

    @Override
    String factory() {
        return "org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory";
    }

    @Override
    String url(int port) {
        return "tcp://localhost:" + port;
    }

    @Override
    String system() {
        return "activemq";
    }

    @Override
    boolean isJavax() {
        return library.artifact().endsWith("jms-client");
    }
}
