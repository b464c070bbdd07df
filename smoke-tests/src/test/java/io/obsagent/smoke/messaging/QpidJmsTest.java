package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.QpidBroker;
import io.obsagent.smoke.junit.LibraryVersions;

/** Scenario A17: JMS over AMQP 1.0. */
@LibraryVersions(name = "Qpid JMS", artifact = "org.apache.qpid:qpid-jms-client", versions = {"1.0.0", "1.16.0", "2.10.0"})
class QpidJmsTest extends JmsContract {
    @Override
    Broker broker() {
        return QpidBroker.start();
    }

    @Override
    String factory() {
        return "org.apache.qpid.jms.JmsConnectionFactory";
    }

    @Override
    String url(int port) {
        return "amqp://localhost:" + port;
    }

    @Override
    String system() {
        return "jms";
    }

    @Override
    String topic() {
        return "amq.topic/news";
    }

    /** The client releases it, which counts as no delivery in AMQP 1.0. */
    @Override
    boolean marksWhatItDeliversAgain() {
        return false;
    }

    @Override
    boolean isJavax() {
        return library.version().startsWith("1.");
    }
}
