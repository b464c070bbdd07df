import java.nio.BufferOverflowException;
import java.util.Collections;
import java.util.Map;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.codec.DroppingWritableBuffer;
import org.apache.qpid.proton.engine.BaseHandler;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.message.Message;
import org.apache.qpid.proton.reactor.FlowController;
import org.apache.qpid.proton.reactor.Handshaker;
import org.apache.qpid.proton.reactor.Reactor;

/** Sending and receiving with the engine and its reactor alone; the test judges what was recorded. */
public final class ProtonEngineScenarios extends BaseHandler {
    private static final int MESSAGES = 4;
    private static final String USERS = "00-11111111111111111111111111111111-2222222222222222-00";

    private final int port;
    private Connection connection;
    private int sent;
    private int received;
    private int settled;

    private ProtonEngineScenarios(int port) {
        this.port = port;
        add(new Handshaker());
        add(new FlowController());
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        measured();
        batched();
        Reactor reactor = Proton.reactor(new ProtonEngineScenarios(Integer.parseInt(arguments[0])));
        reactor.run();
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
    }

    /** A message that just fits is encoded as it is. */
    private static void measured() throws Exception {
        Message message = message("measured");
        int size = 0;
        byte[] bytes;
        do {
            bytes = new byte[++size];
        } while (encode(message, bytes) < 0);
        Message decoded = Proton.message();
        decoded.decode(bytes, 0, size);
        check(decoded.getApplicationProperties().getValue().equals(Map.of("tenant", "one")), "no other properties");
    }

    /** A batch is messages as bytes, one after the other, which nothing may come between. */
    private static void batched() {
        byte[] bytes = new byte[1024];
        Message part = Proton.message();
        part.setBody(new Data(new Binary(new byte[] {1, 2, 3})));
        int size = part.encode(bytes, 0, bytes.length);
        check(size == 8 && part.encode(bytes, size, bytes.length - size) == size, "bytes alone");
        Message message = message("batched");
        int alone = message.encode(new DroppingWritableBuffer());
        check(message.encode(bytes, size, bytes.length - size) == alone, "nothing added behind other bytes");
    }

    private static int encode(Message message, byte[] bytes) {
        try {
            return message.encode(bytes, 0, bytes.length);
        } catch (BufferOverflowException tooSmall) {
            return -1;
        }
    }

    private static Message message(String queue) {
        Message message = Proton.message();
        message.setAddress("auto." + queue);
        message.setBody(new AmqpValue("body"));
        message.setApplicationProperties(new ApplicationProperties(Collections.singletonMap("tenant", "one")));
        return message;
    }

    @Override
    public void onReactorInit(Event event) {
        connection = event.getReactor().connectionToHost("localhost", port, this);
        connection.setContainer("engine");
        Session session = connection.session();
        connection.open();
        session.open();
        for (String queue : new String[] {"consuming", "user-context"}) {
            Sender sender = session.sender("sender of " + queue);
            Target target = new Target();
            target.setAddress("auto." + queue);
            sender.setTarget(target);
            sender.setSource(new Source());
            sender.open();
            Receiver receiver = session.receiver("receiver of " + queue);
            Source source = new Source();
            source.setAddress("auto." + queue);
            receiver.setSource(source);
            receiver.setTarget(new Target());
            receiver.open();
        }
    }

    @Override
    public void onConnectionBound(Event event) {
        Sasl sasl = event.getTransport().sasl();
        sasl.plain("guest", "guest");
    }

    @Override
    public void onLinkFlow(Event event) {
        if (!(event.getLink() instanceof Sender)) {
            return;
        }
        Sender sender = (Sender) event.getLink();
        boolean users = sender.getName().endsWith("user-context");
        int messages = users ? 1 : MESSAGES;
        while (sender.attachments().get("sent", Integer.class) == null && sender.getCredit() >= messages) {
            for (int i = 0; i < messages; i++) {
                Message message = message(users ? "user-context" : "consuming");
                message.setMessageId("m" + sent);
                if (users) {
                    message.setApplicationProperties(
                            new ApplicationProperties(Collections.singletonMap("traceparent", USERS)));
                }
                send(sender, message);
            }
            sender.attachments().set("sent", Integer.class, messages);
        }
    }

    private void send(Sender sender, Message message) {
        ApplicationProperties properties = message.getApplicationProperties();
        byte[] bytes = new byte[1024];
        int size = message.encode(bytes, 0, bytes.length);
        check(message.getApplicationProperties() == properties, "the user's message is as it was");
        sender.delivery(Integer.toString(sent++).getBytes());
        check(sender.send(bytes, 0, size) == size && sender.advance(), "sent");
    }

    @Override
    public void onDelivery(Event event) {
        Delivery delivery = event.getDelivery();
        if (delivery.getLink() instanceof Sender) {
            if (delivery.remotelySettled()) {
                delivery.settle();
                closeWhenDone(event);
            }
        } else if (!delivery.isPartial() && delivery.isReadable()) {
            Receiver receiver = (Receiver) delivery.getLink();
            byte[] bytes = new byte[delivery.pending()];
            int size = receiver.recv(bytes, 0, bytes.length);
            receiver.advance();
            Message message = Proton.message();
            message.decode(bytes, 0, size);
            Object context = message.getApplicationProperties().getValue().get("traceparent");
            check(((AmqpValue) message.getBody()).getValue().equals("body"), "body");
            check(context.toString().length() == 55, "plain string");
            check(!receiver.getName().endsWith("user-context") || context.equals(USERS), "user's context kept");
            delivery.disposition(Accepted.getInstance());
            delivery.settle();
            received++;
            closeWhenDone(event);
        }
    }

    private void closeWhenDone(Event event) {
        if (event.getDelivery().getLink() instanceof Sender) {
            settled++;
        }
        if (received == MESSAGES + 1 && settled == MESSAGES + 1) {
            connection.close();
        }
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
