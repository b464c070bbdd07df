import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.RpcClient;
import com.rabbitmq.client.RpcServer;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Every way of publishing, getting, consuming and settling, each on queues of its own; the test judges what was recorded. */
public final class RabbitScenarios {
    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);

    private final ConnectionFactory factory;
    private final Connection connection;
    private final Channel channel;

    private RabbitScenarios(ConnectionFactory factory, Connection connection) throws IOException {
        this.factory = factory;
        this.connection = connection;
        this.channel = connection.createChannel();
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(Integer.parseInt(arguments[0]));
        factory.setAutomaticRecoveryEnabled(false); // a connection that fails must not come back and be counted twice
        Connection connection = factory.newConnection();
        RabbitScenarios scenarios = new RabbitScenarios(factory, connection);
        scenarios.getting();
        scenarios.exchanges();
        scenarios.namedByBroker();
        scenarios.consuming();
        scenarios.throwing();
        scenarios.failing();
        scenarios.settling();
        scenarios.headers();
        scenarios.buffer();
        scenarios.confirms();
        scenarios.returns();
        scenarios.transaction();
        scenarios.calling();
        scenarios.refused();
        scenarios.calledBack();
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        connection.close();
    }

    private void declare(String queue) throws IOException {
        channel.queueDeclare(queue, false, false, true, null);
    }

    private void getting() throws IOException {
        declare("getting");
        check(channel.basicGet("getting", true) == null, "empty queue");
        channel.basicPublish("", "getting", null, BODY);
        GetResponse response = get("getting");
        check(new String(response.getBody(), StandardCharsets.UTF_8).equals("body"), "body");
        Object header = response.getProps().getHeaders().get("traceparent");
        check(header.toString().length() == 55, "plain string " + header);
    }

    /** The broker may take its time between publishing and having the message. */
    private GetResponse get(String queue) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        GetResponse response = channel.basicGet(queue, true);
        while (response == null && System.nanoTime() < end) {
            response = channel.basicGet(queue, true);
        }
        return response;
    }

    private void exchanges() throws IOException {
        declare("exchanges");
        channel.exchangeDeclare("orders", "direct", false);
        channel.exchangeDeclare("events", "topic", false);
        channel.queueBind("exchanges", "orders", "created");
        channel.queueBind("exchanges", "events", "order.*");
        channel.basicPublish("orders", "created", null, BODY);
        get("exchanges");
        channel.basicPublish("events", "order.paid", null, BODY);
        get("exchanges");
    }

    private void namedByBroker() throws Exception {
        String queue = channel.queueDeclare().getQueue();
        CountDownLatch latch = new CountDownLatch(1);
        consume(channel, queue, true, (envelope, properties) -> latch.countDown());
        channel.basicPublish("", queue, null, BODY);
        await(latch);
    }

    private void consuming() throws Exception {
        declare("consuming");
        CountDownLatch latch = new CountDownLatch(4);
        consume(channel, "consuming", false, (envelope, properties) -> {
            channel.basicAck(envelope.getDeliveryTag(), false);
            latch.countDown();
        });
        for (int i = 0; i < 4; i++) {
            Date users = i % 2 == 0 ? null : new Date(1_000_000);
            channel.basicPublish("", "consuming",
                    new BasicProperties.Builder().messageId("m" + i).timestamp(users).build(), BODY);
        }
        await(latch);
    }

    private void throwing() throws Exception {
        declare("throwing");
        Channel doomed = connection.createChannel();
        CountDownLatch closed = new CountDownLatch(1);
        doomed.addShutdownListener(cause -> closed.countDown());
        consume(doomed, "throwing", true, (envelope, properties) -> {
            throw new IllegalStateException("consumer fails");
        });
        channel.basicPublish("", "throwing", null, BODY);
        await(closed);
    }

    private void failing() throws Exception {
        Channel closed = connection.createChannel();
        closed.close();
        try {
            closed.basicPublish("", "failing", null, BODY);
            check(false, "published on a closed channel");
        } catch (AlreadyClosedException expected) {
            check(expected.getReason() != null, "reason");
        }
        Connection other = factory.newConnection(); // RabbitMQ closes the channel, Broker-J the whole connection
        Channel doomed = other.createChannel();
        try {
            doomed.basicGet("missing", true);
            check(false, "got from a missing queue");
        } catch (IOException expected) {
            check(!doomed.isOpen(), "closed by the broker");
        }
        other.abort();
    }

    private void settling() throws Exception {
        declare("settling");
        Channel own = connection.createChannel();
        for (int i = 0; i < 4; i++) {
            channel.basicPublish("", "settling", null, BODY);
        }
        long[] tags = new long[4];
        for (int i = 0; i < 4; i++) {
            GetResponse response = own.basicGet("settling", false);
            while (response == null) {
                response = own.basicGet("settling", false);
            }
            tags[i] = response.getEnvelope().getDeliveryTag();
        }
        own.basicAck(tags[1], true);
        own.basicNack(tags[2], false, false);
        own.basicReject(tags[3], false);
        own.close();
    }

    private void headers() throws IOException {
        declare("headers");
        Map<String, Object> own = new HashMap<>();
        own.put("mine", "kept");
        own.put("Tenant-Id", 7);
        Map<String, Object> immutable = Collections.unmodifiableMap(own);
        channel.basicPublish("", "headers", new BasicProperties.Builder().headers(immutable).priority(3).build(), BODY);
        GetResponse response = get("headers");
        check(response.getProps().getHeaders().get("mine").toString().equals("kept"), "own header");
        check(response.getProps().getPriority() == 3, "priority");
        declare("user-context");
        Map<String, Object> context = new HashMap<>();
        context.put("traceparent", "00-11111111111111111111111111111111-2222222222222222-01");
        channel.basicPublish("", "user-context", new BasicProperties.Builder().headers(context).build(), BODY);
        check(context.size() == 1, "the user's map is not written to");
        check(get("user-context").getProps().getHeaders().get("traceparent").toString().contains("-2222222222222222-"),
                "user's context kept");
    }

    /** Since 5.30. */
    private void buffer() throws Exception {
        declare("buffer");
        for (Method method : channel.getClass().getMethods()) {
            Class<?>[] types = method.getParameterTypes();
            if (method.getName().equals("basicPublish") && types.length == 7 && types[5] == ByteBuffer.class) {
                method.invoke(channel, "", "buffer", false, false, null, ByteBuffer.wrap(BODY), null);
                check(get("buffer").getProps().getHeaders().containsKey("traceparent"), "context beside a buffer");
                System.out.println("buffer published");
            }
        }
    }

    private void confirms() throws Exception {
        declare("confirms");
        Channel confirming = connection.createChannel();
        confirming.confirmSelect();
        for (int i = 0; i < 5; i++) {
            check(confirming.getNextPublishSeqNo() == i + 1, "sequence numbers are the library's");
            confirming.basicPublish("", "confirms", null, BODY);
        }
        check(confirming.waitForConfirms(10_000), "confirmed");
    }

    private void returns() throws Exception {
        CountDownLatch returned = new CountDownLatch(1);
        channel.addReturnListener((code, text, exchange, key, properties, body) -> returned.countDown());
        channel.basicPublish("", "nowhere", true, null, BODY);
        await(returned);
    }

    private void transaction() throws Exception {
        declare("transaction");
        Channel transacted = connection.createChannel();
        transacted.txSelect();
        transacted.basicPublish("", "transaction", null, BODY);
        transacted.txRollback();
        transacted.basicPublish("", "transaction", null, BODY);
        transacted.txCommit();
        get("transaction");
        check(channel.basicGet("transaction", true) == null, "rolled back");
    }

    /** Request and reply as the library does it. */
    private void calling() throws Exception {
        declare("calls");
        Channel own = connection.createChannel();
        RpcServer server = new RpcServer(own, "calls") {
            @Override
            public byte[] handleCall(byte[] request, AMQP.BasicProperties properties) {
                return (new String(request, StandardCharsets.UTF_8) + " answered").getBytes(StandardCharsets.UTF_8);
            }
        };
        Thread serving = new Thread(() -> {
            try {
                server.mainloop();
            } catch (IOException | RuntimeException e) {
                e.printStackTrace();
            }
        });
        serving.start();
        declare("replies");
        RpcClient client = new RpcClient(channel, "", "calls", "replies", 20_000);
        check(new String(client.primitiveCall(BODY), StandardCharsets.UTF_8).equals("body answered"), "answer");
        client.close();
        server.terminateMainloop();
        own.close();
        serving.join(20_000);
        check(!serving.isAlive(), "server ended");
    }

    /** What cannot be declared or consumed is the application's to see, and no operation. */
    private void refused() throws Exception {
        Connection other = factory.newConnection();
        Channel doomed = other.createChannel();
        try {
            doomed.queueDeclarePassive("never declared");
            check(false, "declared");
        } catch (IOException expected) {
            check(expected.getCause() instanceof ShutdownSignalException, "cause of a refused declaration");
        }
        other.abort();
        Connection another = factory.newConnection();
        Channel consuming = another.createChannel();
        try {
            consuming.basicConsume("never declared", new DefaultConsumer(consuming));
            check(false, "consumed");
        } catch (IOException expected) {
            check(expected.getCause() instanceof ShutdownSignalException, "cause of a refused consumer");
        }
        another.abort();
    }

    /** Since 5.0. */
    private void calledBack() throws Exception {
        declare("callback");
        try {
            Class.forName("RabbitCallbacks").getMethod("run", Channel.class, String.class).invoke(null, channel, "callback");
            System.out.println("called back");
        } catch (ClassNotFoundException e) {
            System.out.println("no callbacks");
        }
    }

    private interface Listener {
        void message(Envelope envelope, AMQP.BasicProperties properties) throws IOException;
    }

    private static void consume(Channel channel, String queue, boolean autoAck, Listener listener) throws IOException {
        channel.basicConsume(queue, autoAck, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                    throws IOException {
                listener.message(envelope, properties);
            }
        });
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
