import io.vertx.core.Vertx;
import io.vertx.proton.ProtonClient;
import io.vertx.proton.ProtonConnection;
import io.vertx.proton.ProtonDelivery;
import io.vertx.proton.ProtonHelper;
import io.vertx.proton.ProtonReceiver;
import io.vertx.proton.ProtonSender;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.message.Message;

/** Sending, receiving and settling on an event loop, each on queues of its own; the test judges what was recorded. */
public final class VertxProtonScenarios {
    /** Of a trace that is not sampled, so that nothing of it is ever received. */
    private static final String USERS = "00-11111111111111111111111111111111-2222222222222222-00";

    private final ProtonConnection connection;
    private final CountDownLatch received = new CountDownLatch(4 + 2 + 1 + 3 + 1);

    private VertxProtonScenarios(ProtonConnection connection) {
        this.connection = connection;
    }

    /** First argument: the broker's port. */
    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx();
        CountDownLatch latch = new CountDownLatch(1);
        ProtonConnection[] opened = new ProtonConnection[1];
        vertx.getOrCreateContext().runOnContext(nothing -> ProtonClient.create(vertx).connect("localhost",
                Integer.parseInt(arguments[0]), "guest", "guest", result -> {
                    opened[0] = result.result();
                    opened[0].openHandler(open -> latch.countDown()).open();
                }));
        check(latch.await(20, TimeUnit.SECONDS), "connected");
        VertxProtonScenarios scenarios = new VertxProtonScenarios(opened[0]);
        scenarios.onLoop(vertx);
        check(scenarios.received.await(20, TimeUnit.SECONDS), "all received, still " + scenarios.received.getCount());
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        CountDownLatch closed = new CountDownLatch(1);
        vertx.runOnContext(nothing -> opened[0].closeHandler(result -> closed.countDown()).close());
        check(closed.await(20, TimeUnit.SECONDS), "closed");
        vertx.close();
    }

    private void onLoop(Vertx vertx) {
        vertx.runOnContext(nothing -> {
            receive("consuming", true, (delivery, message) -> {
                Object text = ((AmqpValue) message.getBody()).getValue();
                Object header = message.getApplicationProperties().getValue().get("traceparent");
                check(text.equals("body") && header.toString().length() == 55, "body, plain string");
            });
            receive("again", true, (delivery, message) -> { });
            receive("user-context", true, (delivery, message) -> check(
                    message.getApplicationProperties().getValue().get("traceparent").equals(USERS), "user's context kept"));
            int[] settled = {0};
            receive("settling", false, (delivery, message) -> {
                if (settled[0] == 0) {
                    ProtonHelper.accepted(delivery, true);
                } else if (settled[0] == 1) {
                    delivery.disposition(new Rejected(), true);
                } else if (settled[0] == 2) {
                    ProtonHelper.modified(delivery, true, true, true);
                } // and what the broker gives back stays as it is
                settled[0]++;
            });
            receive("holding", false, (delivery, message) -> { });
            sender("holding", sender -> sender.send(ProtonHelper.message("body")));
            sender("consuming", sender -> {
                for (int i = 0; i < 4; i++) {
                    Message message = ProtonHelper.message("body");
                    message.setMessageId("m" + i);
                    ApplicationProperties users = new ApplicationProperties(Collections.singletonMap("tenant", "one"));
                    message.setApplicationProperties(users);
                    sender.send(message);
                    check(message.getApplicationProperties() == users, "the user's message is as it was");
                }
            });
            sender("again", sender -> {
                Message message = ProtonHelper.message("again");
                sender.send(message);
                sender.send(message);
            });
            sender("user-context", sender -> {
                Message message = ProtonHelper.message("body");
                message.setApplicationProperties(new ApplicationProperties(Collections.singletonMap("traceparent", USERS)));
                sender.send(message);
            });
            sender("settling", sender -> {
                for (int i = 0; i < 3; i++) {
                    sender.send(ProtonHelper.message("body"));
                }
            });
        });
    }

    private void sender(String queue, Consumer<ProtonSender> sending) {
        ProtonSender sender = connection.createSender("auto." + queue);
        sender.openHandler(open -> sending.accept(sender)).open();
    }

    private void receive(String queue, boolean autoAccept, BiConsumer<ProtonDelivery, Message> handler) {
        ProtonReceiver receiver = connection.createReceiver("auto." + queue);
        receiver.setAutoAccept(autoAccept).handler((delivery, message) -> {
            handler.accept(delivery, message);
            received.countDown();
        }).open();
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
