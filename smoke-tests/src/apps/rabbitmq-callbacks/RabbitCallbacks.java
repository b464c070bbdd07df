import com.rabbitmq.client.Channel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A consumer that is a function. */
public final class RabbitCallbacks {
    private RabbitCallbacks() {
    }

    public static void run(Channel channel, String queue) throws Exception {
        CountDownLatch delivered = new CountDownLatch(1);
        channel.basicConsume(queue, true, (tag, delivery) -> delivered.countDown(), tag -> {}, (tag, signal) -> {});
        channel.basicPublish("", queue, null, new byte[] {1});
        if (!delivered.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("not delivered");
        }
    }
}
