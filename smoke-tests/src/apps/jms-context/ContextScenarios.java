import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;

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
        }
    }
}
