package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.junit.LibraryVersions;

/** The application has the broker in its own process. */
@LibraryVersions(name = "ActiveMQ Classic (JMS)", artifact = "org.apache.activemq:activemq-broker",
        versions = {"5.15.16", "5.18.7", "6.3.1"})
class ActiveMqTest extends JmsContract {
    @Override
    Broker broker() {
        return null;
    }

    @Override
    String factory() {
        return "org.apache.activemq.ActiveMQConnectionFactory";
    }

    @Override
    String url(int port) {
        return "vm://embedded?broker.persistent=false&broker.useJmx=false&jms.redeliveryPolicy.initialRedeliveryDelay=1";
    }

    @Override
    String system() {
        return "activemq";
    }

    @Override
    boolean isJavax() {
        return library.version().startsWith("5.");
    }

    @Override
    boolean hasCompletion() {
        return false;
    }

    @Override
    boolean hasContext() {
        return !library.version().startsWith("5.15");
    }
}
