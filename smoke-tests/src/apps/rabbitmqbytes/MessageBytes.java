import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.LongString;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Publishes messages with every property and kind of header there is, or prints what it finds, to the last byte. */
public final class MessageBytes {
    private static final String QUEUE = "bytes";

    private MessageBytes() {
    }

    /** Arguments: the broker's port, then {@code publish} or {@code print}. */
    public static void main(String[] arguments) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(Integer.parseInt(arguments[0]));
        try (Connection connection = factory.newConnection()) {
            Channel channel = connection.createChannel();
            channel.queueDeclare(QUEUE, false, false, false, null);
            if (arguments[1].equals("publish")) {
                publish(channel);
            } else {
                print(channel);
            }
        }
    }

    private static void publish(Channel channel) throws Exception {
        channel.confirmSelect();
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        channel.basicPublish("", QUEUE, null, bytes);
        channel.basicPublish("", QUEUE, new BasicProperties(), new byte[0]);
        channel.basicPublish("", QUEUE, properties(Collections.emptyMap()), bytes);
        channel.basicPublish("", QUEUE, properties(headers(bytes)), bytes);
        channel.waitForConfirmsOrDie(20_000);
    }

    private static BasicProperties properties(Map<String, Object> headers) {
        return new BasicProperties.Builder().contentType("text/plain").contentEncoding("utf-8").headers(headers)
                .deliveryMode(1).priority(7).correlationId("correlation").replyTo("reply").expiration("600000")
                .messageId("id").timestamp(new Date(1_700_000_000_000L)).type("type").userId("guest").appId("app")
                .clusterId("cluster").build();
    }

    private static Map<String, Object> headers(byte[] bytes) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("text", "caf\u00e9 \u96ea");
        headers.put("int", 1);
        headers.put("long", 1L << 40);
        headers.put("short", (short) 2);
        headers.put("byte", (byte) 3);
        headers.put("float", 1.5f);
        headers.put("double", 2.5);
        headers.put("decimal", new BigDecimal("12.34"));
        headers.put("flag", true);
        headers.put("date", new Date(1_600_000_000_000L));
        headers.put("bytes", bytes);
        headers.put("nothing", null);
        headers.put("list", Arrays.asList("a", 1, 2L));
        headers.put("table", Collections.singletonMap("inner", "value"));
        return headers;
    }

    private static void print(Channel channel) throws Exception {
        for (GetResponse got = channel.basicGet(QUEUE, true); got != null; got = channel.basicGet(QUEUE, true)) {
            AMQP.BasicProperties known = got.getProps();
            System.out.println("properties " + known.builder().headers(null).build());
            Map<String, Object> headers = known.getHeaders() == null ? Collections.emptyMap() : new TreeMap<>(known.getHeaders());
            headers.forEach((name, value) -> System.out.println("header " + name + " " + text(value)));
            System.out.println("body " + Base64.getEncoder().encodeToString(got.getBody()));
        }
        System.out.println("end");
    }

    /** With its type, which the wire has too. */
    private static String text(Object value) {
        if (value instanceof LongString) {
            return "text " + new String(((LongString) value).getBytes(), StandardCharsets.UTF_8);
        }
        if (value instanceof byte[]) {
            return "bytes " + Base64.getEncoder().encodeToString((byte[]) value);
        }
        if (value instanceof List) {
            StringBuilder texts = new StringBuilder("list");
            ((List<?>) value).forEach(element -> texts.append(' ').append(text(element)));
            return texts.toString();
        }
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }
}
