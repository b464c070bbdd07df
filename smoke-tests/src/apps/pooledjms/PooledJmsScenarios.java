import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Sending and receiving by what a pool hands out, twice, so that it hands the same out again. */
public final class PooledJmsScenarios {
    private PooledJmsScenarios() {
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(new ActiveMQConnectionFactory("tcp://localhost:" + arguments[0]));
        for (int i = 0; i < 2; i++) {
            try (Connection connection = pool.createConnection("guest", "guest")) {
                connection.start();
                receiving(connection);
                listening(connection);
            }
        }
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        pool.stop();
    }

    private static void send(Session session, Queue queue) throws JMSException {
        try (MessageProducer producer = session.createProducer(queue)) {
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.send(session.createTextMessage("body"));
        }
    }

    private static void receiving(Connection connection) throws JMSException {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            Queue queue = session.createQueue("auto.receiving");
            send(session, queue);
            try (MessageConsumer consumer = session.createConsumer(queue)) {
                if (consumer.receive(20_000) == null) {
                    throw new AssertionError("not received");
                }
            }
        }
    }

    private static void listening(Connection connection) throws Exception {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            Queue queue = session.createQueue("auto.listening");
            CountDownLatch latch = new CountDownLatch(1);
            try (MessageConsumer consumer = session.createConsumer(queue); Session other =
                    connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                consumer.setMessageListener(message -> latch.countDown());
                send(other, queue);
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("not delivered");
                }
            }
        }
    }
}
