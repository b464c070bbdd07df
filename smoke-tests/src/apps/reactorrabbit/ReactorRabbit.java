import com.rabbitmq.client.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.rabbitmq.OutboundMessage;
import reactor.rabbitmq.QueueSpecification;
import reactor.rabbitmq.RabbitFlux;
import reactor.rabbitmq.Receiver;
import reactor.rabbitmq.ReceiverOptions;
import reactor.rabbitmq.Sender;
import reactor.rabbitmq.SenderOptions;

/** Messages through reactor-rabbitmq: what is consumed is sent on, then acknowledged, all in one chain. */
public final class ReactorRabbit {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MESSAGES = 3;

    private ReactorRabbit() {
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(Integer.parseInt(arguments[0]));
        try (Sender sender = RabbitFlux.createSender(new SenderOptions().connectionFactory(factory));
                Receiver receiver = RabbitFlux.createReceiver(new ReceiverOptions().connectionFactory(factory))) {
            sender.declareQueue(QueueSpecification.queue("incoming")).block(PATIENCE);
            sender.declareQueue(QueueSpecification.queue("next")).block(PATIENCE);
            sender.sendWithPublishConfirms(Flux.range(0, MESSAGES).map(i -> message("incoming", "message " + i)))
                    .collectList().block(PATIENCE);
            CountDownLatch latch = new CountDownLatch(MESSAGES);
            Disposable consuming = receiver.consumeManualAck("incoming")
                    .flatMap(delivery -> sender.send(Mono.just(message("next", "answer"))).thenReturn(delivery))
                    .subscribe(delivery -> {
                        delivery.ack();
                        latch.countDown();
                    });
            if (!latch.await(PATIENCE.getSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("not in time");
            }
            consuming.dispose();
        }
        System.out.println("done");
        System.exit(0);
    }

    private static OutboundMessage message(String queue, String body) {
        return new OutboundMessage("", queue, body.getBytes(StandardCharsets.UTF_8));
    }
}
