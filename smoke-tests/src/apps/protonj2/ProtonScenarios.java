import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.types.messaging.ApplicationProperties;

/** Sending, receiving and settling, each on queues of its own; the test judges what was recorded. */
public final class ProtonScenarios {
    private final Connection connection;

    private ProtonScenarios(Connection connection) {
        this.connection = connection;
    }

    /** First argument: the broker's port; then how to settle messages. */
    public static void main(String[] arguments) throws Exception {
        Client client = Client.create();
        Connection connection = client.connect("localhost", Integer.parseInt(arguments[0]),
                new ConnectionOptions().user("guest").password("guest"));
        ProtonScenarios scenarios = new ProtonScenarios(connection);
        scenarios.consuming();
        scenarios.sentAgain();
        scenarios.userContext();
        scenarios.settling(Arrays.asList(arguments).subList(1, arguments.length));
        scenarios.failing();
        scenarios.stream();
        scenarios.holding();
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        connection.close();
        client.close();
    }

    private void consuming() throws Exception {
        Receiver receiver = connection.openReceiver("auto.consuming");
        check(receiver.tryReceive() == null && receiver.receive(50, TimeUnit.MILLISECONDS) == null, "nothing there");
        Sender sender = connection.openSender("auto.consuming");
        Message<String> sent = Message.create("body").messageId("m0");
        sent.toAdvancedMessage().applicationProperties(new ApplicationProperties(Map.of("tenant", "one")));
        sender.send(sent);
        check(!sent.hasProperty("traceparent") && sent.property("tenant").equals("one"), "the user's message is as it was");
        Message<?> received = receiver.receive().message();
        check(received.body().equals("body") && received.property("tenant").equals("one"), "body and property");
        check(received.property("traceparent").toString().length() == 55, "plain string");
        for (int i = 1; i < 4; i++) {
            sender.send(Message.create("body " + i));
            check(receiver.receive().message().body().equals("body " + i), "body");
        }
        receiver.close();
        sender.close();
    }

    private void sentAgain() throws ClientException {
        Sender sender = connection.openSender("auto.again");
        Message<String> message = Message.create("again");
        sender.send(message);
        sender.send(message);
        Receiver receiver = connection.openReceiver("auto.again");
        receiver.receive();
        receiver.receive();
        receiver.close();
    }

    private void userContext() throws ClientException {
        String own = "00-11111111111111111111111111111111-2222222222222222-01";
        connection.openSender("auto.user-context").send(Message.create("body").property("traceparent", own));
        Receiver receiver = connection.openReceiver("auto.user-context");
        check(receiver.receive().message().property("traceparent").equals(own), "user's context kept");
        receiver.close();
    }

    private void settling(List<String> settlements) throws ClientException {
        Sender sender = connection.openSender("auto.settling");
        Receiver receiver = connection.openReceiver("auto.settling", new ReceiverOptions().autoAccept(false));
        for (String settlement : settlements) {
            sender.send(Message.create("body"));
            Delivery delivery = receiver.receive();
            switch (settlement) {
                case "accept":
                    delivery.accept();
                    break;
                case "reject":
                    delivery.reject("amqp:not-allowed", "refused");
                    break;
                case "modify":
                    delivery.modified(true, true);
                    break;
                default:
                    delivery.release();
                    break;
            }
        }
        receiver.close();
    }

    private void failing() throws ClientException {
        Sender sender = connection.openSender("auto.failing");
        sender.close();
        try {
            sender.send(Message.create("body"));
            check(false, "sent by a closed sender");
        } catch (ClientException expected) {
            check(expected.getMessage() != null, "message");
        }
    }

    /** A message is decoded or read as a stream; the agent takes neither away. */
    private void stream() throws Exception {
        connection.openSender("auto.stream").send(Message.create(new byte[] {1, 2, 3}));
        Receiver receiver = connection.openReceiver("auto.stream");
        Delivery delivery = receiver.receive();
        try (InputStream in = delivery.rawInputStream()) {
            byte[] bytes = in.readAllBytes();
            check(bytes.length > 3 && bytes[bytes.length - 1] == 3 && bytes[0] == 0, "all sections from the first on");
        }
        receiver.close();
    }

    private void holding() throws ClientException {
        connection.openSender("auto.holding").send(Message.create("body"));
        connection.openReceiver("auto.holding", new ReceiverOptions().autoAccept(false)).receive();
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
