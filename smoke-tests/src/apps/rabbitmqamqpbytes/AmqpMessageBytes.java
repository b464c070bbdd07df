import com.rabbitmq.client.amqp.Connection;
import com.rabbitmq.client.amqp.Consumer;
import com.rabbitmq.client.amqp.Environment;
import com.rabbitmq.client.amqp.Message;
import com.rabbitmq.client.amqp.Publisher;
import com.rabbitmq.client.amqp.impl.AmqpEnvironmentBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Publishes messages with every kind of property there is, or prints what it finds, to the last byte. */
public final class AmqpMessageBytes {
    private static final String QUEUE = "bytes";
    private static final int MESSAGES = 3;

    private AmqpMessageBytes() {
    }

    /** Arguments: the broker's port, then {@code publish} or {@code print}. */
    public static void main(String[] arguments) throws Exception {
        try (Environment environment = new AmqpEnvironmentBuilder().build();
                Connection connection = environment.connectionBuilder().host("localhost")
                        .port(Integer.parseInt(arguments[0])).build()) {
            connection.management().queue(QUEUE).declare();
            if (arguments[1].equals("publish")) {
                publish(connection);
            } else {
                print(connection);
            }
        }
    }

    private static void publish(Connection connection) throws Exception {
        Publisher publisher = connection.publisherBuilder().queue(QUEUE).build();
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        CountDownLatch accepted = new CountDownLatch(MESSAGES);
        publisher.publish(publisher.message(bytes), context -> accepted.countDown());
        publisher.publish(publisher.message(new byte[0]).messageId(7L), context -> accepted.countDown());
        Message message = publisher.message(bytes).messageId("id").correlationId(UUID.nameUUIDFromBytes(bytes))
                .userId("guest".getBytes(StandardCharsets.US_ASCII)).subject("subject").replyTo("/queues/reply")
                .contentType("text/plain").contentEncoding("utf-8").creationTime(1_700_000_000_000L)
                .groupId("group").groupSequence(3).replyToGroupId("reply group").priority((byte) 7)
                .ttl(Duration.ofMinutes(10)).annotation("x-own", "annotation");
        message.property("text", "caf\u00e9 \u96ea").property("int", 1).property("long", 1L << 40).property("short", (short) 2)
                .property("byte", (byte) 3).property("float", 1.5f).property("double", 2.5).property("flag", true)
                .property("character", 'c').property("bytes", bytes).property("uuid", UUID.nameUUIDFromBytes(bytes))
                .propertyTimestamp("time", 1_600_000_000_000L).propertySymbol("symbol", "sign")
                .propertyUnsigned("unsigned", 5).propertyDecimal64("decimal", new BigDecimal("12.34"));
        publisher.publish(message, context -> accepted.countDown());
        if (!accepted.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("not accepted");
        }
    }

    private static void print(Connection connection) throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        Consumer consumer = connection.consumerBuilder().queue(QUEUE).messageHandler((context, message) -> {
            context.accept();
            received.add(message);
        }).build();
        for (int i = 0; i < MESSAGES; i++) {
            print(received.poll(20, TimeUnit.SECONDS));
        }
        consumer.close();
    }

    private static void print(Message message) {
        System.out.println("ids " + text(message.messageId()) + " " + text(message.correlationId()) + " "
                + text(message.userId()));
        System.out.println("properties " + message.subject() + " " + message.to() + " " + message.replyTo() + " "
                + message.contentType() + " " + message.contentEncoding() + " " + message.creationTime() + " "
                + message.groupId() + " " + message.groupSequence() + " " + message.replyToGroupId());
        System.out.println("header " + message.durable() + " " + message.priority() + " " + message.ttl() + " "
                + message.firstAcquirer());
        Map<String, Object> properties = new TreeMap<>();
        message.forEachProperty(properties::put);
        properties.forEach((name, value) -> System.out.println("property " + name + " " + text(value)));
        Map<String, Object> annotations = new TreeMap<>();
        message.forEachAnnotation(annotations::put);
        annotations.forEach((name, value) -> System.out.println("annotation " + name + " " + text(value)));
        System.out.println("body " + text(message.body()));
    }

    /** With its type, which the wire has too. */
    private static String text(Object value) {
        return value instanceof byte[] ? "bytes " + Base64.getEncoder().encodeToString((byte[]) value)
                : value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }
}
