import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;

/** Traffic through the queue {@code auto.traffic}. */
public final class JmsTraffic extends Traffic implements MessageListener {
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;

    private JmsTraffic(Connection connection) throws JMSException {
        this.connection = connection;
        this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        Queue queue = session.createQueue("auto.traffic");
        this.producer = session.createProducer(queue);
        producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT); // the brokers keep nothing
        connection.createSession(false, Session.AUTO_ACKNOWLEDGE).createConsumer(queue).setMessageListener(this);
        connection.start();
    }

    /** Arguments: class of the connection factory, URL. */
    public static void main(String[] arguments) {
        try {
            ConnectionFactory factory = (ConnectionFactory) Class.forName(arguments[0]).getConstructor(String.class)
                    .newInstance(arguments[1]);
            new JmsTraffic(factory.createConnection("guest", "guest")).run();
        } catch (Throwable t) {
            t.printStackTrace();
            System.exit(1); // the provider's threads would wait for ever
        }
    }

    @Override
    protected void send(String id) throws JMSException {
        producer.send(session.createTextMessage(id));
    }

    @Override
    public void onMessage(Message message) {
        try {
            delivered(((TextMessage) message).getText());
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void close() throws JMSException {
        connection.close();
    }
}
