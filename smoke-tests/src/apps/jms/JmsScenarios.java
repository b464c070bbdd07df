import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Every way of sending and receiving, each on queues of its own, with the API of JMS 1.1; the test judges what was recorded. */
public final class JmsScenarios {
    private static final long PATIENCE = 20_000;
    /** The agent's, which may be in a message beside the user's. */
    private static final Set<String> OURS = Set.of("traceparent", "tracestate", "baggage", "obs__dash__sent");

    private final Connection connection;
    private final String topic;
    private final String prefix;
    private final Session session;

    private JmsScenarios(Connection connection, String topic, String prefix) throws JMSException {
        this.connection = connection;
        this.topic = topic;
        this.prefix = prefix;
        this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    /**
     * Arguments: class of the connection factory, URL, name of a topic, what the names of queues begin with, and
     * {@code whole} where the broker makes temporary queues and knows transactions.
     */
    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (Throwable t) {
            t.printStackTrace();
            System.exit(1); // the provider's threads would wait for ever
        }
    }

    private static void run(String[] arguments) throws Exception {
        ConnectionFactory factory = (ConnectionFactory) Class.forName(arguments[0]).getConstructor(String.class)
                .newInstance(arguments[1]);
        Connection connection = factory.createConnection("guest", "guest");
        connection.start();
        JmsScenarios scenarios = new JmsScenarios(connection, arguments[2], arguments[3]);
        scenarios.receiving();
        scenarios.overloads();
        scenarios.listening();
        scenarios.throwing();
        scenarios.failing();
        scenarios.acknowledging();
        scenarios.sentAgain();
        scenarios.forwarded();
        scenarios.userContext();
        scenarios.topic();
        scenarios.properties();
        if (arguments[4].equals("whole")) {
            scenarios.requestAndReply();
            scenarios.transaction();
        }
        scenarios.holding();
        further("ContextScenarios", factory, arguments[3]);
        further("XaScenarios", factory, arguments[3]);
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        connection.close();
    }

    /** What not every version has. */
    private static void further(String scenarios, ConnectionFactory factory, String prefix) throws Exception {
        try {
            Class.forName(scenarios).getMethod("run", ConnectionFactory.class, String.class).invoke(null, factory, prefix);
        } catch (ClassNotFoundException e) {
            System.out.println("no " + scenarios);
        }
    }

    private Queue queue(String name) throws JMSException {
        return session.createQueue(prefix + name);
    }

    private static MessageProducer producer(Session session, Destination destination) throws JMSException {
        MessageProducer producer = session.createProducer(destination);
        producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT); // the brokers keep nothing
        return producer;
    }

    private void send(Destination destination, Message message) throws JMSException {
        MessageProducer producer = producer(session, destination);
        producer.send(message);
        producer.close();
    }

    private Message receive(Destination destination) throws JMSException {
        MessageConsumer consumer = session.createConsumer(destination);
        Message message = consumer.receive(PATIENCE);
        consumer.close();
        check(message != null, "received from " + destination);
        return message;
    }

    private void receiving() throws JMSException {
        Queue queue = queue("receiving");
        MessageConsumer consumer = session.createConsumer(queue);
        check(consumer.receive(50) == null, "timed out");
        check(consumer.receiveNoWait() == null, "nothing there");
        TextMessage sent = session.createTextMessage("body");
        sent.setStringProperty("tenant", "one");
        send(queue, sent);
        Message received = consumer.receive();
        check(((TextMessage) received).getText().equals("body"), "body");
        check(received.getStringProperty("traceparent").length() == 55, "plain string");
        consumer.close();
    }

    private void overloads() throws JMSException {
        Queue queue = queue("overloads");
        MessageProducer bound = producer(session, queue);
        bound.send(session.createTextMessage());
        bound.send(session.createTextMessage(), DeliveryMode.NON_PERSISTENT, 4, 0);
        MessageProducer unbound = producer(session, null);
        unbound.send(queue, session.createTextMessage());
        unbound.send(queue, session.createTextMessage(), DeliveryMode.NON_PERSISTENT, 4, 0);
        for (int i = 0; i < 4; i++) {
            receive(queue);
        }
    }

    private void listening() throws Exception {
        Queue queue = queue("listening");
        CountDownLatch latch = new CountDownLatch(4);
        Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer = own.createConsumer(queue);
        MessageListener listener = message -> latch.countDown();
        consumer.setMessageListener(listener);
        check(consumer.getMessageListener() == listener, "the application's own listener");
        for (int i = 0; i < 4; i++) {
            send(queue, session.createTextMessage("message " + i));
        }
        await(latch);
        own.close();
    }

    private void throwing() throws Exception {
        Queue queue = queue("throwing");
        CountDownLatch deliveries = new CountDownLatch(2);
        Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        own.createConsumer(queue).setMessageListener(new MessageListener() {
            @Override
            public void onMessage(Message message) {
                deliveries.countDown();
                if (deliveries.getCount() == 1) {
                    throw new IllegalStateException("listener fails");
                }
            }
        });
        send(queue, session.createTextMessage());
        await(deliveries);
        own.close();
    }

    private void failing() throws JMSException {
        Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer closed = own.createProducer(null);
        closed.close();
        try {
            closed.send(queue("failing"), session.createTextMessage());
            check(false, "sent by a closed producer");
        } catch (jakarta.jms.IllegalStateException expected) {
            check(expected.getMessage() != null, "message");
        }
        own.close();
    }

    private void acknowledging() throws JMSException {
        Queue queue = queue("acknowledging");
        Session own = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        send(queue, session.createTextMessage());
        send(queue, session.createTextMessage());
        MessageConsumer consumer = own.createConsumer(queue);
        check(consumer.receive(PATIENCE) != null, "first");
        consumer.receive(PATIENCE).acknowledge();
    }

    private void sentAgain() throws JMSException {
        Queue queue = queue("again");
        TextMessage message = session.createTextMessage("again");
        send(queue, message);
        send(queue, message);
        receive(queue);
        receive(queue);
    }

    private void forwarded() throws JMSException {
        Queue first = queue("forwarding");
        send(first, session.createTextMessage("forwarded"));
        Queue second = queue("forwarded");
        send(second, receive(first));
        check(((TextMessage) receive(second)).getText().equals("forwarded"), "read-only message forwarded");
    }

    private void userContext() throws JMSException {
        Queue queue = queue("user-context");
        Message message = session.createTextMessage("RabbitMQ wants a body");
        String own = "00-11111111111111111111111111111111-2222222222222222-01";
        message.setStringProperty("traceparent", own);
        send(queue, message);
        check(receive(queue).getStringProperty("traceparent").equals(own), "user's context kept");
    }

    private void topic() throws JMSException {
        Destination destination = session.createTopic(topic);
        MessageConsumer consumer = session.createConsumer(destination);
        send(destination, session.createTextMessage("news"));
        check(consumer.receive(PATIENCE) != null, "topic");
        consumer.close();
    }

    private void requestAndReply() throws JMSException {
        Queue queue = queue("requests");
        TemporaryQueue replies = session.createTemporaryQueue();
        MessageConsumer consumer = session.createConsumer(replies);
        Message request = session.createTextMessage("request");
        request.setJMSReplyTo(replies);
        send(queue, request);
        Message received = receive(queue);
        Message reply = session.createTextMessage("reply");
        reply.setJMSCorrelationID(received.getJMSMessageID());
        send(received.getJMSReplyTo(), reply);
        check(((TextMessage) consumer.receive(PATIENCE)).getText().equals("reply"), "reply");
        consumer.close();
    }

    private void properties() throws JMSException {
        Queue queue = queue("properties");
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(new byte[] {1, 2, 3});
        message.setIntProperty("number", 7);
        message.setBooleanProperty("flag", true);
        message.setStringProperty("text", "\u00e4");
        message.setJMSType("type");
        send(queue, message);
        BytesMessage received = (BytesMessage) receive(queue);
        byte[] body = new byte[4];
        check(received.readBytes(body) == 3 && body[2] == 3, "bytes");
        check(received.getIntProperty("number") == 7 && received.getBooleanProperty("flag"), "typed properties");
        check(received.getStringProperty("text").equals("\u00e4") && received.getJMSType().equals("type"), "text");
        Set<String> names = new TreeSet<>();
        for (Object name : Collections.list(received.getPropertyNames())) {
            if (!OURS.contains(name) && !name.toString().startsWith("JMSX")) {
                names.add(name.toString());
            }
        }
        check(names.equals(Set.of("number", "flag", "text")), "no other properties: " + names);
    }

    private void transaction() throws JMSException {
        Queue queue = queue("transaction");
        Session transacted = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageProducer producer = producer(transacted, queue);
        producer.send(transacted.createTextMessage("rolled back"));
        transacted.rollback();
        producer.send(transacted.createTextMessage("committed"));
        transacted.commit();
        TextMessage received = (TextMessage) transacted.createConsumer(queue).receive(PATIENCE);
        check(received.getText().equals("committed"), "only what was committed");
        transacted.commit();
    }

    /** Until the connection is closed. */
    private void holding() throws JMSException {
        Queue queue = queue("holding");
        send(queue, session.createTextMessage());
        Session own = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        check(own.createConsumer(queue).receive(PATIENCE) != null, "held");
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        check(latch.await(PATIENCE, TimeUnit.MILLISECONDS), "in time");
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
