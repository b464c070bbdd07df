import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.aop.Advice;
import org.springframework.amqp.core.BatchMessageListener;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.adapter.MessageListenerAdapter;

/**
 * Spring's two listener containers, batches, a listener that fails at first, a message from a producer without context,
 * requests with their replies, and dead letters.
 */
public final class SpringRabbitScenarios {
    private final CachingConnectionFactory factory;
    private final RabbitTemplate template;
    private final RabbitAdmin admin;

    private SpringRabbitScenarios(CachingConnectionFactory factory) {
        this.factory = factory;
        this.template = new RabbitTemplate(factory);
        this.admin = new RabbitAdmin(factory);
    }

    /** First argument: the broker's port; second: {@code rabbitmq} for what only RabbitMQ can. */
    public static void main(String[] arguments) throws Exception {
        CachingConnectionFactory factory = new CachingConnectionFactory("localhost", Integer.parseInt(arguments[0]));
        SpringRabbitScenarios scenarios = new SpringRabbitScenarios(factory);
        scenarios.listening("simple", new SimpleMessageListenerContainer(factory));
        scenarios.listening("direct", new DirectMessageListenerContainer(factory));
        scenarios.uninstrumented();
        scenarios.batch();
        scenarios.retrying();
        scenarios.requesting("requesting", true);
        if (arguments.length > 1) {
            scenarios.requesting("direct-reply", false);
            scenarios.deadLetters();
        }
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

    private void start(String queue, AbstractMessageListenerContainer container, MessageListener listener, Advice... advice) {
        admin.declareQueue(new Queue(queue, false, false, true));
        listen(queue, container, listener, advice);
    }

    private void listen(String queue, AbstractMessageListenerContainer container, MessageListener listener, Advice... advice) {
        container.setQueueNames(queue);
        container.setMessageListener(listener);
        container.setAdviceChain(advice);
        container.afterPropertiesSet();
        container.start();
    }

    /** A context that names no span stands for a producer without one: what the user set is not overwritten. */
    private void uninstrumented() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(factory);
        start("uninstrumented", container, message -> latch.countDown());
        template.convertAndSend("uninstrumented", (Object) "no context", message -> {
            message.getMessageProperties().setHeader("traceparent", "none");
            return message;
        });
        await(latch);
        container.stop();
    }

    private void batch() throws Exception {
        admin.declareQueue(new Queue("batch", false, false, true));
        for (int i = 0; i < 3; i++) {
            template.convertAndSend("batch", "message " + i);
        }
        CountDownLatch latch = new CountDownLatch(3);
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(factory);
        container.setConsumerBatchEnabled(true);
        container.setBatchSize(3);
        container.setReceiveTimeout(20_000);
        listen("batch", container, new BatchMessageListener() {
            @Override
            public void onMessageBatch(List<Message> messages) {
                messages.forEach(message -> latch.countDown());
            }
        });
        await(latch);
        container.stop();
    }

    /** Two attempts, both in vain; RabbitMQ then moves the message to the queue of dead letters. */
    private void deadLetters() throws Exception {
        admin.declareQueue(new Queue("dead", false, false, true));
        admin.declareQueue(QueueBuilder.nonDurable("doomed").autoDelete()
                .withArgument("x-dead-letter-exchange", "").withArgument("x-dead-letter-routing-key", "dead").build());
        CountDownLatch latch = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        SimpleMessageListenerContainer failing = new SimpleMessageListenerContainer(factory);
        listen("doomed", failing, message -> {
            throw new IllegalStateException("attempt " + attempts.incrementAndGet());
        }, Retries.attempts(2));
        DirectMessageListenerContainer burying = new DirectMessageListenerContainer(factory);
        listen("dead", burying, message -> latch.countDown());
        template.convertAndSend("doomed", "in vain");
        await(latch);
        failing.stop();
        burying.stop();
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
        start("retrying", container, listener, Retries.attempts(3));
        template.convertAndSend("retrying", "again");
        await(latch);
        container.stop();
    }

    /** Direct reply-to is RabbitMQ's alone. */
    private void requesting(String queue, boolean temporaryReplyQueue) throws Exception {
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(factory);
        start(queue, container, new MessageListenerAdapter(new Echo(), "handle"));
        RabbitTemplate asking = new RabbitTemplate(factory);
        asking.setUseTemporaryReplyQueues(temporaryReplyQueue);
        asking.setReplyTimeout(20_000);
        Object reply = asking.convertSendAndReceive(queue, "ping");
        if (!"echo ping".equals(reply)) {
            throw new AssertionError(reply);
        }
        asking.stop();
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
