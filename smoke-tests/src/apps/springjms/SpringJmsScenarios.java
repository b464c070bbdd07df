import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.listener.AbstractMessageListenerContainer;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.listener.SessionAwareMessageListener;
import org.springframework.jms.listener.SimpleMessageListenerContainer;
import org.springframework.jms.listener.adapter.MessageListenerAdapter;

/** Spring's template and both listener containers over cached connections, against a broker in this process. */
public final class SpringJmsScenarios {
    private static final String BROKER =
            "vm://embedded?broker.persistent=false&broker.useJmx=false&jms.redeliveryPolicy.initialRedeliveryDelay=1";

    private final ConnectionFactory factory;
    private final JmsTemplate template;

    private SpringJmsScenarios(ConnectionFactory factory) {
        this.factory = factory;
        this.template = new JmsTemplate(factory);
        template.setReceiveTimeout(20_000);
    }

    public static void main(String[] arguments) throws Exception {
        CachingConnectionFactory factory = new CachingConnectionFactory(new ActiveMQConnectionFactory(BROKER));
        SpringJmsScenarios scenarios = new SpringJmsScenarios(factory);
        scenarios.listening("default", new DefaultMessageListenerContainer());
        SimpleMessageListenerContainer simple = new SimpleMessageListenerContainer();
        simple.setTaskExecutor(new SimpleAsyncTaskExecutor("listeners-"));
        scenarios.listening("simple", simple);
        scenarios.failing();
        scenarios.replying();
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        factory.destroy();
        System.exit(0); // the broker in this process would stay
    }

    private void start(AbstractMessageListenerContainer container, String queue, Object listener) {
        container.setConnectionFactory(factory);
        container.setDestinationName(queue);
        container.setMessageListener(listener);
        container.afterPropertiesSet();
        container.start();
    }

    private void listening(String queue, AbstractMessageListenerContainer container) throws Exception {
        CountDownLatch latch = new CountDownLatch(3);
        MessageListener listener = message -> latch.countDown();
        start(container, queue, listener);
        for (int i = 0; i < 3; i++) {
            template.convertAndSend(queue, "message " + i);
        }
        await(latch);
        container.shutdown();
    }

    /** What an application has instead of a listener. */
    public static final class Receiver {
        private final CountDownLatch deliveries = new CountDownLatch(2);

        public void handleMessage(String text) {
            deliveries.countDown();
            if (deliveries.getCount() == 1) {
                throw new IllegalStateException("receiver fails");
            }
        }
    }

    private void failing() throws Exception {
        Receiver receiver = new Receiver();
        DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
        container.setSessionTransacted(true);
        container.setErrorHandler(expected -> { });
        start(container, "failing", new MessageListenerAdapter(receiver));
        template.convertAndSend("failing", "poison");
        await(receiver.deliveries);
        container.shutdown();
    }

    private void replying() {
        DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
        start(container, "requests", new SessionAwareMessageListener<Message>() {
            @Override
            public void onMessage(Message message, Session session) {
                template.convertAndSend(replyTo(message), "reply");
            }
        });
        Message reply = template.sendAndReceive("requests", session -> session.createTextMessage("request"));
        check(reply != null, "reply");
        container.shutdown();
    }

    private static jakarta.jms.Destination replyTo(Message message) {
        try {
            return message.getJMSReplyTo();
        } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        check(latch.await(20, TimeUnit.SECONDS), "in time");
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
