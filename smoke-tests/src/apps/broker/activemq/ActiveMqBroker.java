import org.apache.activemq.broker.BrokerService;

/** ActiveMQ Classic in this process, all in memory; ends with its standard input. */
public final class ActiveMqBroker {
    private ActiveMqBroker() {
    }

    /** First argument: the port to listen on. */
    public static void main(String[] arguments) throws Exception {
        BrokerService broker = new BrokerService();
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.addConnector("tcp://127.0.0.1:" + arguments[0]);
        broker.start();
        broker.waitUntilStarted();
        System.out.println("port " + arguments[0]);
        while (System.in.read() >= 0) {
            continue;
        }
        broker.stop();
        System.exit(0);
    }
}
