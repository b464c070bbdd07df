import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusMessageBatch;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.SubQueue;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Azure Service Bus by its own client; the test judges what was recorded. */
public final class ServiceBusScenarios {
    private static final String USERS = "00-11111111111111111111111111111111-2222222222222222-00";

    private final String connection;

    private ServiceBusScenarios(int port) {
        connection = "Endpoint=sb://localhost:" + port
                + ";SharedAccessKeyName=all;SharedAccessKey=key;UseDevelopmentEmulator=true;";
    }

    /** First argument: the peer's port. */
    public static void main(String[] arguments) throws Exception {
        ServiceBusScenarios scenarios = new ServiceBusScenarios(Integer.parseInt(arguments[0]));
        scenarios.taking();
        scenarios.listening();
        scenarios.usersContext();
        scenarios.refused();
        try (ServiceBusSenderClient lasting = scenarios.sender("outage")) {
            lasting.sendMessage(message("before"));
            System.out.println("restart the peer");
            System.in.read();
            lasting.sendMessage(message("after"));
        }
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private ServiceBusSenderClient sender(String queue) {
        return new ServiceBusClientBuilder().connectionString(connection).sender().queueName(queue).buildClient();
    }

    private ServiceBusReceiverClient receiver(String queue) {
        return new ServiceBusClientBuilder().connectionString(connection).receiver().disableAutoComplete()
                .maxAutoLockRenewDuration(Duration.ZERO).queueName(queue).buildClient();
    }

    private static ServiceBusMessage message(String id) {
        ServiceBusMessage message = new ServiceBusMessage("body of " + id).setMessageId(id);
        message.getApplicationProperties().put("tenant", "one");
        return message;
    }

    /** One by one and as a batch; taken by a thread that waits. */
    private void taking() {
        try (ServiceBusSenderClient sender = sender("taking"); ServiceBusReceiverClient receiver = receiver("taking")) {
            ServiceBusMessage alone = message("m0");
            sender.sendMessage(alone);
            check(alone.getApplicationProperties().keySet().equals(Set.of("tenant")), "the user's message is as it was");
            ServiceBusMessageBatch batch = sender.createMessageBatch();
            for (int i = 1; i < 4; i++) {
                check(batch.tryAddMessage(message("m" + i)), "has room");
            }
            sender.sendMessages(batch);
            int taken = 0;
            while (taken < 4) {
                for (ServiceBusReceivedMessage message : receiver.receiveMessages(4 - taken, Duration.ofSeconds(2))) {
                    check(message.getBody().toString().equals("body of " + message.getMessageId()), "body");
                    check(((String) message.getApplicationProperties().get("traceparent")).length() == 55, "plain string");
                    receiver.complete(message);
                    taken++;
                }
            }
        }
    }

    /** A processor that throws at one message, which comes again. */
    private void listening() throws InterruptedException {
        Set<String> failed = ConcurrentHashMap.newKeySet();
        CountDownLatch processed = new CountDownLatch(3);
        ServiceBusSenderClient further = sender("sent on");
        ServiceBusProcessorClient processor = new ServiceBusClientBuilder().connectionString(connection).processor()
                .queueName("listening").maxAutoLockRenewDuration(Duration.ZERO).disableAutoComplete().processError(error -> {})
                .processMessage(context -> {
                    String id = context.getMessage().getMessageId();
                    if (id.equals("poison") && failed.add(id)) {
                        context.abandon();
                        throw new IllegalStateException("poison");
                    }
                    further.sendMessage(message("from " + id));
                    context.complete();
                    processed.countDown();
                }).buildProcessorClient();
        processor.start();
        try (ServiceBusSenderClient sender = sender("listening")) {
            sender.sendMessage(message("first"));
            sender.sendMessage(message("poison"));
            sender.sendMessage(message("last"));
            processed.await();
        }
        processor.close();
        further.close();
    }

    private void usersContext() {
        try (ServiceBusSenderClient sender = sender("user-context"); ServiceBusReceiverClient receiver = receiver("user-context")) {
            ServiceBusMessage message = message("own");
            message.getApplicationProperties().put("traceparent", USERS);
            sender.sendMessage(message);
            ServiceBusReceivedMessage taken = receiver.receiveMessages(1).iterator().next();
            check(taken.getApplicationProperties().get("traceparent").equals(USERS), "user's context kept");
            receiver.complete(taken);
        }
    }

    /** A dead letter is taken from where those are. */
    private void refused() {
        try (ServiceBusSenderClient sender = sender("refused"); ServiceBusReceiverClient receiver = receiver("refused");
                ServiceBusReceiverClient dead = new ServiceBusClientBuilder().connectionString(connection).receiver()
                        .disableAutoComplete().maxAutoLockRenewDuration(Duration.ZERO).queueName("refused")
                        .subQueue(SubQueue.DEAD_LETTER_QUEUE).buildClient()) {
            sender.sendMessage(message("refused"));
            receiver.deadLetter(receiver.receiveMessages(1).iterator().next());
            dead.complete(dead.receiveMessages(1).iterator().next());
        }
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
