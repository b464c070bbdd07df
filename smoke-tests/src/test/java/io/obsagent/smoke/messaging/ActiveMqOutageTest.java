package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.JvmBroker;
import io.obsagent.smoke.broker.ActiveMqBroker;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.junit.LibraryVersions;
import java.nio.file.Path;
import java.util.List;

@LibraryVersions(name = "ActiveMQ Classic (JMS)", artifact = "org.apache.activemq:activemq-broker", versions = "5.18.7")
class ActiveMqOutageTest extends OutageContract {
    @Override
    JvmBroker broker() {
        return ActiveMqBroker.start();
    }

    @Override
    String mainClass() {
        return "JmsTraffic";
    }

    @Override
    List<Path> classPath() {
        return AppSources.compileForJavax(library, "traffic", "jmstraffic");
    }

    @Override
    String[] arguments(int port) {
        return new String[] {
                "org.apache.activemq.ActiveMQConnectionFactory",
                "failover:(tcp://localhost:" + port + ")?initialReconnectDelay=200"};
    }
}
