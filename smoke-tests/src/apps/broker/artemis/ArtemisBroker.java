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
                .setJMXManagementEnabled(false).addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + arguments[0]));
        broker.start();
        System.out.println("port " + arguments[0]);
        while (System.in.read() >= 0) {
            continue;
        }
        broker.stop();
        System.exit(0);
    }
}
