import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/** Traffic through the queue {@code auto.traffic}. */
public final class ProtonTraffic extends Traffic {
    private final Connection connection;
    private final Sender sender;
    private final Thread receiving;

    private ProtonTraffic(Connection connection) throws ClientException {
        this.connection = connection;
        this.sender = connection.openSender("auto.traffic");
        Receiver receiver = connection.openReceiver("auto.traffic");
        this.receiving = new Thread(() -> receive(receiver));
        receiving.start();
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        ConnectionOptions options = new ConnectionOptions().user("guest").password("guest").reconnectEnabled(true);
        options.reconnectOptions().maxReconnectAttempts(-1).reconnectDelay(200);
        try (Client client = Client.create()) {
            new ProtonTraffic(client.connect("localhost", Integer.parseInt(arguments[0]), options)).run();
        }
    }

    @Override
    protected void send(String id) throws ClientException {
        sender.send(Message.create(id)).awaitAccepted();
    }

    private void receive(Receiver receiver) {
        try {
            while (true) {
                delivered((String) receiver.receive().message().body());
            }
        } catch (ClientException closed) {
            return;
        }
    }

    @Override
    protected void close() throws InterruptedException {
        connection.close();
        receiving.join();
    }
}
