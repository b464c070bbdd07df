import com.rabbitmq.client.amqp.AmqpException;
import com.rabbitmq.client.amqp.Connection;
import com.rabbitmq.client.amqp.Consumer;
import com.rabbitmq.client.amqp.Environment;
import com.rabbitmq.client.amqp.Management;
import com.rabbitmq.client.amqp.Message;
import com.rabbitmq.client.amqp.ObservationCollector;
import com.rabbitmq.client.amqp.Publisher;
import com.rabbitmq.client.amqp.impl.AmqpEnvironmentBuilder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Every way of publishing, consuming and settling, each on queues of its own; the test judges what was recorded. */
public final class AmqpScenarios {
    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);

    private final Connection connection;
    private final Management management;

    private AmqpScenarios(Connection connection) {
        this.connection = connection;
        this.management = connection.management();
    }

    /** First argument: the broker's port; the others: classes with scenarios that not every version can do. */
    public static void main(String[] arguments) throws Exception {
        try (Environment environment = new AmqpEnvironmentBuilder().build();
                Connection connection = environment.connectionBuilder().host("localhost")
                        .port(Integer.parseInt(arguments[0])).build()) {
            AmqpScenarios scenarios = new AmqpScenarios(connection);
            scenarios.consuming();
            scenarios.exchanges();
            scenarios.unnamed();
            scenarios.throwing();
            scenarios.failing();
            scenarios.settling();
            scenarios.dead();
            scenarios.userContext();
            scenarios.sentAgain();
            scenarios.returned();
            observed(Integer.parseInt(arguments[0]));
            for (int i = 1; i < arguments.length; i++) {
                Class.forName(arguments[i]).getMethod("run", Connection.class).invoke(null, connection);
            }
            Consumer holding = scenarios.holding();
            System.out.println("done");
            while (System.in.read() >= 0) {
                continue;
            }
            holding.close();
        }
    }

    private Publisher publisher(String queue) {
        management.queue(queue).declare();
        return connection.publisherBuilder().queue(queue).build();
    }

    private static Publisher.Status publish(Publisher publisher, Message message) throws Exception {
        CompletableFuture<Publisher.Status> answer = new CompletableFuture<>();
        publisher.publish(message, context -> answer.complete(context.status()));
        return answer.get(20, TimeUnit.SECONDS);
    }

    private static void accepted(Publisher publisher, Message message) throws Exception {
        check(publish(publisher, message) == Publisher.Status.ACCEPTED, "accepted");
    }

    private static final class Delivery {
        final Consumer.Context context;
        final Message message;

        Delivery(Consumer.Context context, Message message) {
            this.context = context;
            this.message = message;
        }
    }

    /** Accepts what comes. */
    private BlockingQueue<Message> consume(String queue) {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        connection.consumerBuilder().queue(queue).messageHandler((context, message) -> {
            context.accept();
            received.add(message);
        }).build();
        return received;
    }

    private static <T> T take(BlockingQueue<T> from) throws InterruptedException {
        T taken = from.poll(20, TimeUnit.SECONDS);
        check(taken != null, "in time");
        return taken;
    }

    private void consuming() throws Exception {
        Publisher publisher = publisher("consuming");
        BlockingQueue<Message> received = consume("consuming");
        Message sent = publisher.message(BODY).messageId("m0").property("tenant", "one");
        accepted(publisher, sent);
        check(!sent.hasProperty("traceparent") && sent.property("tenant").equals("one"), "the user's message is as it was");
        Message first = take(received);
        check(new String(first.body(), StandardCharsets.UTF_8).equals("body") && first.property("tenant").equals("one"), "body");
        check(first.property("traceparent").toString().length() == 55, "plain string");
        for (int i = 1; i < 4; i++) {
            Message bare = publisher.message(BODY).messageId("m" + i);
            accepted(publisher, bare);
            check(!bare.hasProperties(), "no properties as before");
            take(received);
        }
        publisher.close();
    }

    private void exchanges() throws Exception {
        management.exchange("orders").type(Management.ExchangeType.DIRECT).declare();
        management.queue("billing/a b").declare();
        management.binding().sourceExchange("orders").destinationQueue("billing/a b").key("created/x y").bind();
        BlockingQueue<Message> received = consume("billing/a b");
        Publisher publisher = connection.publisherBuilder().exchange("orders").key("created/x y").build();
        accepted(publisher, publisher.message(BODY));
        take(received);
        Publisher anywhere = connection.publisherBuilder().build();
        accepted(anywhere, anywhere.message(BODY).to("/queues/billing%2Fa%20b"));
        take(received);
        publisher.close();
        anywhere.close();
    }

    private void unnamed() throws Exception {
        String queue = management.queue().exclusive(true).autoDelete(true).declare().name();
        Publisher publisher = connection.publisherBuilder().queue(queue).build();
        BlockingQueue<Message> received = consume(queue);
        accepted(publisher, publisher.message(BODY));
        take(received);
        publisher.close();
    }

    private void throwing() throws Exception {
        Publisher publisher = publisher("throwing");
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        connection.consumerBuilder().queue("throwing").messageHandler((context, message) -> {
            received.add(message);
            context.accept();
            throw new IllegalStateException("consumer fails");
        }).build();
        accepted(publisher, publisher.message(BODY));
        take(received);
    }

    private void failing() {
        Publisher publisher = publisher("failing");
        publisher.close();
        try {
            publisher.publish(publisher.message(BODY), context -> { });
            check(false, "published by a closed publisher");
        } catch (AmqpException expected) {
            check(expected.getMessage() != null, "message");
        }
    }

    /** On a thread that works for nothing else; the message that was given back comes again. */
    private void settling() throws Exception {
        Publisher publisher = publisher("settling");
        BlockingQueue<Delivery> received = new LinkedBlockingQueue<>();
        connection.consumerBuilder().queue("settling")
                .messageHandler((context, message) -> received.add(new Delivery(context, message))).build();
        for (int i = 0; i < 3; i++) {
            accepted(publisher, publisher.message(BODY));
        }
        Delivery first = take(received);
        first.context.accept();
        first.context.accept();
        take(received).context.discard();
        take(received).context.requeue();
        Delivery again = take(received);
        check(!again.message.firstAcquirer(), "delivered again");
        again.context.accept();
    }

    /** Tried twice, then refused for good, which the queue sends to another one. */
    private void dead() throws Exception {
        management.queue("dead").quorum().queue().declare();
        management.queue("poisoned").deadLetterExchange("").deadLetterRoutingKey("dead").quorum().queue().declare();
        BlockingQueue<Message> buried = consume("dead");
        connection.consumerBuilder().queue("poisoned").messageHandler((context, message) -> {
            if (message.firstAcquirer()) {
                context.requeue();
            } else {
                context.discard();
            }
        }).build();
        Publisher publisher = connection.publisherBuilder().queue("poisoned").build();
        accepted(publisher, publisher.message(BODY));
        take(buried);
    }

    private void userContext() throws Exception {
        String own = "00-11111111111111111111111111111111-2222222222222222-00";
        Publisher publisher = publisher("user-context");
        BlockingQueue<Message> received = consume("user-context");
        accepted(publisher, publisher.message(BODY).property("traceparent", own));
        check(take(received).property("traceparent").equals(own), "user's context kept");
    }

    private void sentAgain() throws Exception {
        Publisher publisher = publisher("again");
        BlockingQueue<Message> received = consume("again");
        Message message = publisher.message(BODY);
        accepted(publisher, message);
        accepted(publisher, message);
        take(received);
        take(received);
    }

    private void returned() throws Exception {
        Publisher publisher = connection.publisherBuilder().exchange("orders").key("nowhere").build();
        check(publish(publisher, publisher.message(BODY)) == Publisher.Status.RELEASED, "released");
    }

    /** The application has an observer of its own. */
    private static void observed(int port) throws Exception {
        Observer observer = new Observer();
        try (Environment environment = new AmqpEnvironmentBuilder().observationCollector(observer).build();
                Connection connection = environment.connectionBuilder().host("localhost").port(port).build()) {
            AmqpScenarios scenarios = new AmqpScenarios(connection);
            Publisher publisher = scenarios.publisher("observed");
            BlockingQueue<Message> received = scenarios.consume("observed");
            accepted(publisher, publisher.message(BODY));
            take(received);
            check(observer.published.get() == 1 && observer.consumed.get() == 1, "observed");
        }
    }

    private static final class Observer implements ObservationCollector {
        final AtomicInteger published = new AtomicInteger();
        final AtomicInteger consumed = new AtomicInteger();

        @Override
        public <T> T publish(String exchange, String key, Message message, ConnectionInfo connection, Function<Message, T> call) {
            published.incrementAndGet();
            return call.apply(message);
        }

        @Override
        public Consumer.MessageHandler subscribe(String queue, Consumer.MessageHandler handler) {
            return (context, message) -> {
                consumed.incrementAndGet();
                handler.handle(context, message);
            };
        }
    }

    /** Ends with two messages that nobody settles. */
    private Consumer holding() throws Exception {
        Publisher publisher = publisher("holding");
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        Consumer consumer = connection.consumerBuilder().queue("holding")
                .messageHandler((context, message) -> received.add(message)).build();
        accepted(publisher, publisher.message(BODY));
        accepted(publisher, publisher.message(BODY));
        take(received);
        take(received);
        return consumer;
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
