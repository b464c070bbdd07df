package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.JvmBroker;
import io.obsagent.smoke.broker.ArtemisBroker;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.junit.LibraryVersions;
import java.nio.file.Path;
import java.util.List;

@LibraryVersions(name = "Artemis (JMS)", artifact = "org.apache.activemq:artemis-jms-client",
        versions = "org.apache.activemq:artemis-jakarta-client:2.56.0")
class ArtemisOutageTest extends OutageContract {
    @Override
    JvmBroker broker() {
        return ArtemisBroker.start();
    }

    @Override
    String mainClass() {
        return "JmsTraffic";
    }

    @Override
    List<Path> classPath() {
        return AppSources.compile(17, library, "traffic", "jmstraffic");
    }

    @Override
    String[] arguments(int port) {
        return new String[] {"org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory",
                "tcp://localhost:" + port + "?reconnectAttempts=-1&retryInterval=200"};
    }
}
