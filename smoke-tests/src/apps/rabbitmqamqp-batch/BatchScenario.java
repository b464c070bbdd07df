import com.rabbitmq.client.amqp.Connection;
import com.rabbitmq.client.amqp.Consumer;
import com.rabbitmq.client.amqp.Publisher;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Several messages settled together, since 0.4. */
public final class BatchScenario {
    private BatchScenario() {
    }

    public static void run(Connection connection) throws InterruptedException {
        connection.management().queue("batch").declare();
        BlockingQueue<Consumer.Context> received = new LinkedBlockingQueue<>();
        connection.consumerBuilder().queue("batch").messageHandler((context, message) -> received.add(context)).build();
        Publisher publisher = connection.publisherBuilder().queue("batch").build();
        for (int i = 0; i < 3; i++) {
            publisher.publish(publisher.message(new byte[] {1}), context -> { });
        }
        Consumer.BatchContext batch = null;
        for (int i = 0; i < 3; i++) {
            Consumer.Context context = received.poll(20, TimeUnit.SECONDS);
            batch = batch == null ? context.batch(3) : batch;
            batch.add(context);
        }
        batch.accept();
    }
}
