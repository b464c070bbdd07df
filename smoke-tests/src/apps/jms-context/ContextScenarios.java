import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The simplified API of JMS 2. */
public final class ContextScenarios {
    private static final long PATIENCE = 20_000;

    private ContextScenarios() {
    }

    public static void run(ConnectionFactory factory, String prefix) throws Exception {
        try (JMSContext context = factory.createContext("guest", "guest", JMSContext.CLIENT_ACKNOWLEDGE)) {
            Queue queue = context.createQueue(prefix + "context");
            JMSProducer producer = context.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.send(queue, "text");
            producer.send(queue, context.createTextMessage("message"));
            JMSConsumer consumer = context.createConsumer(queue);
            Message first = consumer.receive(PATIENCE);
            Message second = consumer.receive(PATIENCE);
            if (!first.getBody(String.class).equals("text") || !second.getBody(String.class).equals("message")) {
                throw new AssertionError("bodies");
            }
            context.acknowledge();
            System.out.println("acknowledged by a context");
            while (System.in.read() != '\n') {
                continue;
            }
        }
        completing(factory, prefix);
    }

    /** Sending without waiting, where the provider can. */
    private static void completing(ConnectionFactory factory, String prefix) throws Exception {
        try (Connection connection = factory.createConnection("guest", "guest")) {
            Session session = connection.createSession();
            MessageProducer producer = session.createProducer(session.createQueue(prefix + "completing"));
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            CountDownLatch completed = new CountDownLatch(2);
            CompletionListener listener = new CompletionListener() {
                @Override
                public void onCompletion(Message message) {
                    completed.countDown();
                }

                @Override
                public void onException(Message message, Exception exception) {
                    exception.printStackTrace();
                }
            };
            producer.send(session.createTextMessage("first"), listener);
            producer.send(session.createTextMessage("second"), DeliveryMode.NON_PERSISTENT, 4, 0, listener);
            if (!completed.await(PATIENCE, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("not completed");
            }
            System.out.println("completed");
        } catch (UnsupportedOperationException e) {
            System.out.println("no completion: " + e);
        }
    }
}
