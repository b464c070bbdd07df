import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A message that is given back whenever it comes, until the queue itself has enough of it and buries it in another one. */
public final class RabbitQuorum {
    private RabbitQuorum() {
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(Integer.parseInt(arguments[0]));
        try (Connection connection = factory.newConnection()) {
            Channel channel = connection.createChannel();
            channel.queueDeclare("buried", true, false, false, Map.of("x-queue-type", "quorum"));
            channel.queueDeclare("poisoned", true, false, false, Map.of("x-queue-type", "quorum", "x-delivery-limit", 2,
                    "x-dead-letter-exchange", "", "x-dead-letter-routing-key", "buried"));
            CountDownLatch buried = new CountDownLatch(1);
            channel.basicConsume("poisoned", false, new DefaultConsumer(channel) {
                @Override
                public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                        throws IOException {
                    channel.basicNack(envelope.getDeliveryTag(), false, true);
                }
            });
            channel.basicConsume("buried", true, new DefaultConsumer(channel) {
                @Override
                public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                    buried.countDown();
                }
            });
            channel.basicPublish("", "poisoned", MessageProperties.PERSISTENT_BASIC, new byte[] {1});
            if (!buried.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("not buried");
            }
            System.out.println("done");
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
