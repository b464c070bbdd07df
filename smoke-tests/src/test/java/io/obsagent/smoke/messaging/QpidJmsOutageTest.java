package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.JvmBroker;
import io.obsagent.smoke.broker.QpidBroker;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.junit.LibraryVersions;
import java.nio.file.Path;
import java.util.List;

@LibraryVersions(name = "Qpid JMS", artifact = "org.apache.qpid:qpid-jms-client", versions = "2.10.0")
class QpidJmsOutageTest extends OutageContract {
    @Override
    JvmBroker broker() {
        return QpidBroker.start();
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
        return new String[] {
                "org.apache.qpid.jms.JmsConnectionFactory",
                "failover:(amqp://localhost:" + port + ")?failover.reconnectDelay=200"};
    }
}
