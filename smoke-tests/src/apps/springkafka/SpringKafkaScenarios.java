import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.FixedBackOff;

/** Listener containers of records and of batches, with listeners that fail at first or always. */
public final class SpringKafkaScenarios {
    private final Map<String, Object> settings = new HashMap<>();
    private final DefaultKafkaProducerFactory<String, String> producers;
    private final KafkaTemplate<String, String> template;

    private SpringKafkaScenarios(String address) {
        settings.put("bootstrap.servers", address);
        settings.put("auto.offset.reset", "earliest");
        producers = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new StringSerializer());
        template = new KafkaTemplate<>(producers);
    }

    /** First argument: the broker's address. */
    public static void main(String[] arguments) throws Exception {
        SpringKafkaScenarios scenarios = new SpringKafkaScenarios(arguments[0]);
        scenarios.records();
        scenarios.batches();
        scenarios.retrying();
        scenarios.retryingBatch();
        scenarios.deadLetter();
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        scenarios.producers.destroy();
        System.exit(0);
    }

    private void send(String topic, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            template.send(topic, "key " + i, "value " + i).get();
        }
    }

    private KafkaMessageListenerContainer<String, String> container(String topic, Object listener) {
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setGroupId(topic + "-group");
        properties.setMessageListener(listener);
        return new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new StringDeserializer()), properties);
    }

    private static void run(KafkaMessageListenerContainer<String, String> container, CountDownLatch until) throws Exception {
        container.start();
        if (!until.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("not in time");
        }
        container.stop();
    }

    private void records() throws Exception {
        send("records", 3);
        CountDownLatch latch = new CountDownLatch(3);
        MessageListener<String, String> listener = record -> {
            template.send("forwarded", record.value());
            latch.countDown();
        };
        run(container("records", listener), latch);
    }

    private void batches() throws Exception {
        send("batches", 3);
        CountDownLatch latch = new CountDownLatch(3);
        BatchMessageListener<String, String> listener = records -> {
            for (ConsumerRecord<String, String> record : records) {
                latch.countDown();
            }
        };
        run(container("batches", listener), latch);
    }

    private void retrying() throws Exception {
        send("retrying", 2);
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch latch = new CountDownLatch(2);
        MessageListener<String, String> listener = record -> {
            if (record.offset() == 0 && attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("attempt " + attempts);
            }
            latch.countDown();
        };
        KafkaMessageListenerContainer<String, String> container = container("retrying", listener);
        container.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(0, 5)));
        run(container, latch);
    }

    private void retryingBatch() throws Exception {
        send("retrying-batch", 2);
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch latch = new CountDownLatch(1);
        BatchMessageListener<String, String> listener = (List<ConsumerRecord<String, String>> records) -> {
            if (attempts.incrementAndGet() < 2) {
                throw new IllegalStateException("attempt " + attempts);
            }
            latch.countDown();
        };
        KafkaMessageListenerContainer<String, String> container = container("retrying-batch", listener);
        container.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(0, 5)));
        run(container, latch);
    }

    /** A record that no attempt can process goes elsewhere, where another listener gets it. */
    private void deadLetter() throws Exception {
        send("poison", 1);
        MessageListener<String, String> failing = record -> {
            throw new IllegalStateException("always");
        };
        KafkaMessageListenerContainer<String, String> container = container("poison", failing);
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(template,
                (record, failure) -> new TopicPartition("dead", 0));
        container.setCommonErrorHandler(new DefaultErrorHandler(recoverer, new FixedBackOff(0, 1)));
        container.start();
        CountDownLatch latch = new CountDownLatch(1);
        MessageListener<String, String> listener = record -> latch.countDown();
        run(container("dead", listener), latch);
        container.stop();
    }
}
