import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.aop.Advice;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.config.RetryInterceptorBuilder;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.adapter.MessageListenerAdapter;

/** Spring's two listener containers, a listener that fails at first, and a request with its reply. */
public final class SpringRabbitScenarios {
    private final CachingConnectionFactory factory;
    private final RabbitTemplate template;
    private final RabbitAdmin admin;

    private SpringRabbitScenarios(CachingConnectionFactory factory) {
        this.factory = factory;
        this.template = new RabbitTemplate(factory);
        this.admin = new RabbitAdmin(factory);
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        CachingConnectionFactory factory = new CachingConnectionFactory("localhost", Integer.parseInt(arguments[0]));
        SpringRabbitScenarios scenarios = new SpringRabbitScenarios(factory);
        scenarios.listening("simple", new SimpleMessageListenerContainer(factory));
        scenarios.listening("direct", new DirectMessageListenerContainer(factory));
        scenarios.retrying();
        scenarios.requesting();
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        factory.destroy();
        System.exit(0);
    }

    private void listening(String queue, AbstractMessageListenerContainer container) throws Exception {
        CountDownLatch latch = new CountDownLatch(3);
        start(queue, container, message -> latch.countDown());
        for (int i = 0; i < 3; i++) {
            template.convertAndSend(queue, "message " + i);
        }
        await(latch);
        container.stop();
    }

    private void start(String queue, AbstractMessageListenerContainer container, Object listener, Advice... advice) {
        admin.declareQueue(new Queue(queue, false, false, true));
        container.setQueueNames(queue);
        if (listener instanceof MessageListener) {
            container.setMessageListener((MessageListener) listener);
        } else {
            container.setMessageListener((MessageListenerAdapter) listener);
        }
        container.setAdviceChain(advice);
        container.afterPropertiesSet();
        container.start();
    }

    private void start(String queue, AbstractMessageListenerContainer container, MessageListener listener) {
        start(queue, container, (Object) listener);
    }

    private void retrying() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(factory);
        MessageListener listener = message -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("attempt " + attempts);
            }
            latch.countDown();
        };
        start("retrying", container, (Object) listener,
                RetryInterceptorBuilder.stateless().maxAttempts(3).backOffOptions(1, 1, 1).build());
        template.convertAndSend("retrying", "again");
        await(latch);
        container.stop();
    }

    private void requesting() throws Exception {
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(factory);
        start("requesting", container, (Object) new MessageListenerAdapter(new Echo(), "handle"));
        template.setUseTemporaryReplyQueues(true); // direct reply-to is RabbitMQ's alone
        template.setReplyTimeout(20_000);
        Object reply = template.convertSendAndReceive("requesting", "ping");
        if (!"echo ping".equals(reply)) {
            throw new AssertionError(reply);
        }
        container.stop();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("not in time");
        }
    }

    /** Answers requests. */
    public static final class Echo {
        /** Called by Spring. */
        public String handle(String text) {
            return "echo " + text;
        }
    }
}
