package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;

/** Apache Qpid Broker-J, for AMQP 0-9-1 and 1.0. */
public final class QpidBroker extends JvmBroker {
    private static final String VERSION = "9.2.1";

    private QpidBroker() {
        super(JavaApp.of("QpidBroker", AppSources.compile(11, library(), "broker/qpid")));
    }

    private static Library library() {
        return Libraries.resolve("org.apache.qpid:qpid-broker-core:" + VERSION,
                "org.apache.qpid:qpid-broker-plugins-amqp-0-8-protocol:" + VERSION,
                "org.apache.qpid:qpid-broker-plugins-amqp-1-0-protocol:" + VERSION,
                "org.apache.qpid:qpid-broker-plugins-memory-store:" + VERSION);
    }

    public static QpidBroker start() {
        return new QpidBroker();
    }
}
