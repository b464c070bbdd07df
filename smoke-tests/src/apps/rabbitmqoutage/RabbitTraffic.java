import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.Recoverable;
import com.rabbitmq.client.RecoveryListener;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A message that nobody can process, then confirmed messages one after the other until the standard input ends; the
 * broker may go away and come back meanwhile, and no message may be lost.
 */
public final class RabbitTraffic {
    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);
    private static final int ENOUGH = 20;
    /** The broker may not read for a while. */
    private static final int PATIENCE_MILLIS = 100_000;

    private final Connection connection;
    private final AtomicInteger deliveries = new AtomicInteger();
    private final CountDownLatch recovered = new CountDownLatch(1);
    private volatile boolean stopped;

    private RabbitTraffic(Connection connection) {
        this.connection = connection;
        ((Recoverable) connection).addRecoveryListener(new RecoveryListener() {
            @Override
            public void handleRecovery(Recoverable recoverable) {
                recovered.countDown();
            }

            @Override
            public void handleRecoveryStarted(Recoverable recoverable) {
                // What was published meanwhile waits for the end of it.
            }
        });
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(Integer.parseInt(arguments[0]));
        factory.setNetworkRecoveryInterval(200);
        try (Connection connection = factory.newConnection()) {
            RabbitTraffic traffic = new RabbitTraffic(connection);
            traffic.poison();
            traffic.run();
        }
    }

    private interface Listener {
        void message(Channel channel, Envelope envelope, String id) throws IOException;
    }

    private void consume(Channel channel, String queue, Listener listener) throws IOException {
        channel.basicConsume(queue, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                    throws IOException {
                deliveries.incrementAndGet();
                listener.message(channel, envelope, properties.getMessageId());
            }
        });
    }

    private static AMQP.BasicProperties persistent(String id) {
        return new AMQP.BasicProperties.Builder().deliveryMode(2).messageId(id).build();
    }

    /** Tried twice, then refused for good, which the queue sends to another one. */
    private void poison() throws Exception {
        Channel channel = connection.createChannel();
        channel.queueDeclare("dead", false, false, false, null);
        Map<String, Object> deadLetters = new HashMap<>();
        deadLetters.put("x-dead-letter-exchange", "");
        deadLetters.put("x-dead-letter-routing-key", "dead");
        channel.queueDeclare("poisoned", false, false, false, deadLetters);
        CountDownLatch buried = new CountDownLatch(1);
        consume(channel, "poisoned", (own, envelope, id) -> own.basicReject(envelope.getDeliveryTag(), !envelope.isRedeliver()));
        consume(channel, "dead", (own, envelope, id) -> {
            own.basicAck(envelope.getDeliveryTag(), false);
            buried.countDown();
        });
        channel.basicPublish("", "poisoned", persistent("poison"), BODY);
        if (!buried.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("not dead-lettered");
        }
        channel.close();
        System.out.println("buried");
    }

    private void run() throws Exception {
        Channel publishing = connection.createChannel();
        publishing.confirmSelect();
        publishing.queueDeclare("traffic", true, false, false, null);
        Set<String> consumed = ConcurrentHashMap.newKeySet();
        SynchronousQueue<String> first = new SynchronousQueue<>();
        consume(connection.createChannel(), "traffic", (channel, envelope, id) -> {
            acknowledge(channel, envelope);
            if (consumed.add(id)) {
                hand(first, id);
            }
        });
        watchInput();
        int sinceRecovery = 0;
        for (int i = 0; !stopped; i++) {
            publish(publishing, "m" + i);
            String id = first.poll(20, TimeUnit.SECONDS);
            if (!("m" + i).equals(id)) {
                throw new AssertionError("m" + i + " lost, " + id + " came");
            }
            if (i == ENOUGH) {
                System.out.println("flowing");
            }
            if (recovered.getCount() == 0 && ++sinceRecovery == ENOUGH) {
                System.out.println("flowing again");
            }
        }
        System.out.println("deliveries " + deliveries);
    }

    private static void hand(SynchronousQueue<String> to, String id) {
        try {
            to.put(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void acknowledge(Channel channel, Envelope envelope) throws IOException {
        try {
            channel.basicAck(envelope.getDeliveryTag(), false);
        } catch (AlreadyClosedException lost) {
            return; // the broker delivers it again
        }
    }

    /** Publishes until the broker confirms; an outage may leave open whether it has the message, then it gets it twice. */
    private void publish(Channel channel, String id) throws IOException, InterruptedException, TimeoutException {
        while (true) {
            try {
                channel.basicPublish("", "traffic", persistent(id), BODY);
                channel.waitForConfirmsOrDie(PATIENCE_MILLIS);
                return;
            } catch (ShutdownSignalException | SocketException outage) {
                recovered.await(60, TimeUnit.SECONDS);
            }
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
