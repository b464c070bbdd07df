import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.rabbitmq.QueueOptions;
import io.vertx.rabbitmq.RabbitMQClient;
import io.vertx.rabbitmq.RabbitMQConsumer;
import io.vertx.rabbitmq.RabbitMQOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Messages through the RabbitMQ client of Vert.x: what a handler gets it sends on, then acknowledges. */
public final class VertxRabbit {
    private static final int MESSAGES = 3;

    private VertxRabbit() {
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx();
        RabbitMQClient client = RabbitMQClient.create(vertx,
                new RabbitMQOptions().setHost("localhost").setPort(Integer.parseInt(arguments[0])));
        await(client.start());
        await(client.queueDeclare("incoming", false, false, false));
        await(client.queueDeclare("next", false, false, false));
        await(client.queueDeclare("failing", false, false, false));
        CountDownLatch latch = new CountDownLatch(MESSAGES + 1);
        RabbitMQConsumer consumer = await(client.basicConsumer("incoming", new QueueOptions().setAutoAck(false)));
        consumer.handler(message -> client.basicPublish("", "next", Buffer.buffer("answer"))
                .compose(sent -> client.basicAck(message.envelope().getDeliveryTag(), false))
                .onComplete(acknowledged -> latch.countDown()));
        for (int i = 0; i < MESSAGES; i++) {
            await(client.basicPublish("", "incoming", Buffer.buffer("message " + i)));
        }
        RabbitMQConsumer failing = await(client.basicConsumer("failing", new QueueOptions().setAutoAck(true)));
        failing.handler(message -> {
            latch.countDown();
            throw new IllegalStateException("handler fails");
        });
        await(client.basicPublish("", "failing", Buffer.buffer("in vain")));
        if (!latch.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("not in time");
        }
        await(client.stop());
        await(vertx.close());
        System.out.println("done");
        System.exit(0);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
