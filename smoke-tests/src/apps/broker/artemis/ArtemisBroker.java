import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** Apache Artemis in this process, all in memory; ends with its standard input. */
public final class ArtemisBroker {
    private ArtemisBroker() {
    }

    /** First argument: the port to listen on. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                // clients that come back after a restart do not make the queue of their consumers again
                .addQueueConfiguration(QueueConfiguration.of("auto.traffic").setAddress("auto.traffic")
                        .setRoutingType(RoutingType.ANYCAST))
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + arguments[0]));
        broker.start();
        System.out.println("port " + arguments[0]);
        while (System.in.read() >= 0) {
            continue;
        }
        broker.stop();
        System.exit(0);
    }
}
