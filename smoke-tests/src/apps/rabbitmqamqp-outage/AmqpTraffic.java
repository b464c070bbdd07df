import com.rabbitmq.client.amqp.AmqpException;
import com.rabbitmq.client.amqp.BackOffDelayPolicy;
import com.rabbitmq.client.amqp.Connection;
import com.rabbitmq.client.amqp.Environment;
import com.rabbitmq.client.amqp.Message;
import com.rabbitmq.client.amqp.Publisher;
import com.rabbitmq.client.amqp.impl.AmqpEnvironmentBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages one after the other, each until the broker accepts it, until the standard input ends; the broker may go away
 * and come back meanwhile, and no message may be lost.
 */
public final class AmqpTraffic {
    private static final int ENOUGH = 20;

    private final Publisher publisher;
    private final SynchronousQueue<Publisher.Status> answers = new SynchronousQueue<>();
    private final SynchronousQueue<String> first = new SynchronousQueue<>();
    private final Set<String> consumed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger deliveries = new AtomicInteger();
    private volatile boolean lost;
    private volatile boolean stopped;

    private AmqpTraffic(Connection connection) {
        connection.management().queue("traffic").quorum().queue().declare();
        publisher = connection.publisherBuilder().queue("traffic").build();
        connection.consumerBuilder().queue("traffic").messageHandler((context, message) -> {
            deliveries.incrementAndGet();
            context.accept();
            String id = message.messageIdAsString();
            if (consumed.add(id)) {
                hand(first, id);
            }
        }).build();
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        try (Environment environment = new AmqpEnvironmentBuilder().build();
                Connection connection = environment.connectionBuilder().host("localhost")
                        .port(Integer.parseInt(arguments[0])).recovery()
                        .backOffDelayPolicy(BackOffDelayPolicy.fixed(Duration.ofMillis(200))).connectionBuilder().build()) {
            new AmqpTraffic(connection).run();
        }
    }

    private void run() throws Exception {
        watchInput();
        int sinceOutage = 0;
        for (int i = 0; !stopped; i++) {
            publish("m" + i);
            String id = first.poll(20, TimeUnit.SECONDS);
            if (!("m" + i).equals(id)) {
                throw new AssertionError("m" + i + " lost, " + id + " came");
            }
            if (i == ENOUGH) {
                System.out.println("flowing");
            }
            if (lost && ++sinceOutage == ENOUGH) {
                System.out.println("flowing again");
            }
        }
        System.out.println("deliveries " + deliveries);
    }

    /** An outage may leave open whether the broker has the message, then it gets it twice. */
    private void publish(String id) throws InterruptedException {
        while (true) {
            try {
                Message message = publisher.message(new byte[] {1}).messageId(id);
                publisher.publish(message, context -> hand(answers, context.status()));
                Publisher.Status answer = answers.poll(60, TimeUnit.SECONDS);
                if (answer == Publisher.Status.ACCEPTED) {
                    return;
                }
                lost = true;
            } catch (AmqpException outage) {
                lost = true;
                TimeUnit.MILLISECONDS.sleep(20); // between attempts, of which a recovery sees many
            }
        }
    }

    private static <T> void hand(SynchronousQueue<T> to, T what) {
        try {
            to.offer(what, 20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watchInput() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    continue;
                }
            } catch (IOException closed) {
                System.err.println(closed);
            }
            stopped = true;
        });
        watch.setDaemon(true);
        watch.start();
    }
}
