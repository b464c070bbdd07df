import jakarta.jms.ConnectionFactory;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.XAConnection;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XASession;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** What a transaction manager does with a provider of JMS. */
public final class XaScenarios {
    private static final long PATIENCE = 20_000;

    private XaScenarios() {
    }

    /** A branch of a transaction, told apart by one byte. */
    private static final class Branch implements Xid {
        private final byte[] id;

        private Branch(int id) {
            this.id = new byte[] {(byte) id};
        }

        @Override
        public int getFormatId() {
            return 1;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return id;
        }

        @Override
        public byte[] getBranchQualifier() {
            return id;
        }
    }

    public static void run(ConnectionFactory factory, String prefix) throws Exception {
        String name = factory.getClass().getName().replace("ActiveMQConnection", "ActiveMQXAConnection");
        Object url = factory.getClass().getMethod(name.contains("artemis") ? "toURI" : "getBrokerURL").invoke(factory);
        XAConnectionFactory xa = (XAConnectionFactory) Class.forName(name).getConstructor(String.class)
                .newInstance(url.toString());
        XAConnection connection = xa.createXAConnection("guest", "guest");
        connection.start();
        XASession session = connection.createXASession();
        Queue queue = session.createQueue(prefix + "xa");
        Xid sending = begin(session, 1);
        session.createProducer(queue).send(session.createTextMessage("sent"));
        commit(session, sending);
        Xid receiving = begin(session, 2);
        MessageConsumer consumer = session.createConsumer(queue);
        if (consumer.receive(PATIENCE) == null) {
            throw new AssertionError("not received");
        }
        commit(session, receiving);
        connection.close();
    }

    private static Xid begin(XASession session, int id) throws Exception {
        Xid branch = new Branch(id);
        session.getXAResource().start(branch, XAResource.TMNOFLAGS);
        return branch;
    }

    private static void commit(XASession session, Xid branch) throws Exception {
        XAResource resource = session.getXAResource();
        resource.end(branch, XAResource.TMSUCCESS);
        resource.prepare(branch);
        resource.commit(branch, false);
    }
}
