import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Every way of sending, polling, looping over records and committing, each on a topic of its own; the test judges what was recorded. */
public final class KafkaScenarios {
    private final Map<String, Object> settings = new HashMap<>();
    private final KafkaProducer<String, String> producer;

    private KafkaScenarios(String address) {
        settings.put("bootstrap.servers", address);
        producer = producer("max.request.size", "100000");
    }

    /** First argument: the broker's address. */
    public static void main(String[] arguments) throws Exception {
        KafkaScenarios scenarios = new KafkaScenarios(arguments[0]);
        scenarios.createTopics();
        scenarios.polling();
        scenarios.looping();
        scenarios.partitions();
        scenarios.callbacks();
        scenarios.leaving();
        scenarios.failing();
        scenarios.headers();
        scenarios.committing();
        scenarios.transaction();
        scenarios.rebalancing();
        scenarios.outage();
        System.out.println("done");
        while (System.in.read() >= 0) {
            continue;
        }
        scenarios.producer.close();
    }

    private void createTopics() throws Exception {
        try (AdminClient admin = AdminClient.create(settings)) {
            List<NewTopic> topics = new ArrayList<>();
            for (String topic : Arrays.asList("polling", "looping", "calling", "called", "leaving", "left", "failing", "headers",
                    "user-context", "dated", "committing", "transaction", "outage")) {
                topics.add(new NewTopic(topic, 1, (short) 1));
            }
            topics.add(new NewTopic("partitions", 2, (short) 1));
            topics.add(new NewTopic("rebalancing", 2, (short) 1));
            admin.createTopics(topics).all().get();
        }
    }

    private KafkaProducer<String, String> producer(String key, String value) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put("retries", "100"); // a broker that is back leads its partitions a moment later; by default old clients give up
        own.put(key, value);
        return new KafkaProducer<>(own, new StringSerializer(), new StringSerializer());
    }

    private KafkaConsumer<String, String> consumer(String group) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put("group.id", group);
        own.put("enable.auto.commit", "false");
        own.put("auto.offset.reset", "earliest");
        own.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(own, new StringDeserializer(), new StringDeserializer());
    }

    /** A consumer of the first partitions of a topic, from their start. */
    private KafkaConsumer<String, String> consumerOf(String topic, int partitions) {
        KafkaConsumer<String, String> consumer = consumer("readers");
        List<TopicPartition> assigned = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            assigned.add(new TopicPartition(topic, i));
        }
        consumer.assign(assigned);
        consumer.seekToBeginning(assigned);
        return consumer;
    }

    private void send(String topic, String key, String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    /** The first records that come; what was sent before is one batch for each partition. */
    private static ConsumerRecords<String, String> poll(KafkaConsumer<String, String> consumer) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        ConsumerRecords<String, String> records = Polls.poll(consumer, 100);
        while (records.isEmpty() && System.nanoTime() < end) {
            records = Polls.poll(consumer, 100);
        }
        return records;
    }

    private void polling() throws Exception {
        try (KafkaConsumer<String, String> consumer = consumerOf("polling", 1)) {
            check(Polls.poll(consumer, 100).isEmpty(), "nothing yet");
            for (int i = 0; i < 3; i++) {
                producer.send(new ProducerRecord<>("polling", "value " + i));
            }
            producer.flush();
            int count = 0;
            while (count < 3) {
                count += poll(consumer).count();
            }
            check(Polls.poll(consumer, 100).isEmpty(), "nothing more");
        }
    }

    private void looping() throws Exception {
        send("looping", "a", "1");
        send("looping", "b", "2");
        send("looping", null, "3");
        send("looping", "d", null);
        try (KafkaConsumer<String, String> consumer = consumerOf("looping", 1)) {
            List<String> values = new ArrayList<>();
            while (values.size() < 4) {
                for (ConsumerRecord<String, String> record : poll(consumer)) {
                    values.add(record.key() + "=" + record.value());
                }
            }
            check(values.toString().equals("[a=1, b=2, null=3, d=null]"), values.toString());
            Polls.poll(consumer, 0);
        }
    }

    private void partitions() throws Exception {
        for (int i = 0; i < 4; i++) {
            producer.send(new ProducerRecord<>("partitions", i % 2, "key", "value " + i)).get();
        }
        try (KafkaConsumer<String, String> consumer = consumerOf("partitions", 2)) {
            int count = 0;
            while (count < 4) {
                ConsumerRecords<String, String> records = poll(consumer);
                for (TopicPartition partition : records.partitions()) {
                    List<ConsumerRecord<String, String>> list = records.records(partition);
                    check(list.equals(new ArrayList<>(list)), "the list as it was");
                    check(list.toString().contains("value"), "text as it was");
                    for (ConsumerRecord<String, String> record : list) {
                        check(record.partition() == partition.partition(), "partition");
                        count++;
                    }
                }
            }
        }
        try (KafkaConsumer<String, String> consumer = consumerOf("partitions", 2)) {
            int count = 0;
            while (count < 4) {
                for (ConsumerRecord<String, String> record : poll(consumer).records("partitions")) {
                    check(record.topic().equals("partitions"), "topic");
                    count++;
                }
            }
        }
    }

    /** Within the processing of a record, one is sent whose callback sends another. */
    private void callbacks() throws Exception {
        producer.partitionsFor("called");
        send("calling", null, "first");
        CountDownLatch called = new CountDownLatch(1);
        try (KafkaConsumer<String, String> consumer = consumerOf("calling", 1)) {
            for (ConsumerRecord<String, String> record : poll(consumer)) {
                producer.send(new ProducerRecord<>("called", "by the loop"), (metadata, failure) -> {
                    check(metadata.offset() == 0, "metadata is the library's");
                    producer.send(new ProducerRecord<>("called", "by the callback"), (next, nothing) -> called.countDown());
                });
            }
            await(called);
        }
    }

    private void leaving() throws Exception {
        send("leaving", null, "1");
        send("leaving", null, "2");
        try (KafkaConsumer<String, String> consumer = consumerOf("leaving", 1)) {
            for (ConsumerRecord<String, String> record : poll(consumer)) {
                break;
            }
            Polls.poll(consumer, 0);
            send("left", null, "after a break");
        }
        try (KafkaConsumer<String, String> consumer = consumerOf("leaving", 1)) {
            poll(consumer).forEach(record -> {
                throw new IllegalStateException("the loop fails");
            });
        } catch (IllegalStateException expected) {
            send("left", null, "after an exception");
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void failing() throws Exception {
        try {
            producer.send(new ProducerRecord<>("failing", new String(new char[200_000]))).get();
            check(false, "sent too much");
        } catch (ExecutionException expected) {
            check(expected.getCause() instanceof RecordTooLargeException, expected.toString());
        }
        try {
            ((KafkaProducer) producer).send(new ProducerRecord<>("failing", 1));
            check(false, "sent what has no serializer");
        } catch (SerializationException expected) {
            check(expected.getMessage().contains("java.lang.Integer"), expected.toString());
        }
    }

    private void headers() throws Exception {
        ProducerRecord<String, String> record = new ProducerRecord<>("headers", "again");
        record.headers().add("tenant-id", "7".getBytes(StandardCharsets.UTF_8)).add("raw", new byte[] {0, -1}).add("none", null);
        producer.send(record).get();
        producer.send(record).get();
        check(record.headers().toArray().length == 3, "the record is not written to");
        List<ConsumerRecord<String, String>> received = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumerOf("headers", 1)) {
            while (received.size() < 2) {
                poll(consumer).forEach(received::add);
            }
        }
        for (ConsumerRecord<String, String> each : received) {
            Header[] headers = each.headers().toArray();
            check(Arrays.equals(Arrays.copyOf(headers, 3), record.headers().toArray()), "own headers are the first, as they were");
            check(headers.length == 4 && headers[3].key().equals("traceparent"), "one more");
            check(new String(headers[3].value(), StandardCharsets.UTF_8).length() == 55, "a plain string");
        }
        ProducerRecord<String, String> own = new ProducerRecord<>("user-context", "value");
        own.headers().add("traceparent", "00-11111111111111111111111111111111-2222222222222222-01".getBytes(StandardCharsets.UTF_8));
        producer.send(own).get();
        producer.send(new ProducerRecord<>("dated", null, 1_000_000_000_000L, null, "long ago")).get();
        try (KafkaConsumer<String, String> consumer = consumerOf("user-context", 1)) {
            ConsumerRecord<String, String> each = poll(consumer).records(new TopicPartition("user-context", 0)).get(0);
            check(each.headers().toArray().length == 1, "the user's context alone");
        }
        try (KafkaConsumer<String, String> consumer = consumerOf("dated", 1)) {
            for (ConsumerRecord<String, String> each : poll(consumer)) {
                check(each.timestamp() == 1_000_000_000_000L, "the user's time");
            }
        }
    }

    private void committing() throws Exception {
        send("committing", null, "value");
        TopicPartition partition = new TopicPartition("committing", 0);
        try (KafkaConsumer<String, String> consumer = consumerOf("committing", 1)) {
            poll(consumer).forEach(record -> consumer.commitSync(
                    Collections.singletonMap(partition, new OffsetAndMetadata(record.offset() + 1))));
            consumer.commitSync();
            consumer.commitAsync();
            CountDownLatch told = new CountDownLatch(1);
            consumer.commitAsync(Collections.singletonMap(partition, new OffsetAndMetadata(1)), (offsets, failure) -> {
                check(failure == null && offsets.size() == 1, "answer is the library's");
                told.countDown();
            });
            while (told.getCount() > 0) {
                Polls.poll(consumer, 10);
            }
        }
    }

    private void transaction() throws Exception {
        try (KafkaProducer<String, String> transactional = producer("transactional.id", "scenario")) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(new ProducerRecord<>("transaction", "aborted"));
            transactional.flush();
            transactional.abortTransaction();
            transactional.beginTransaction();
            transactional.send(new ProducerRecord<>("transaction", "committed"));
            transactional.commitTransaction();
        }
        try (KafkaConsumer<String, String> consumer = consumerOf("transaction", 1)) {
            for (ConsumerRecord<String, String> record : poll(consumer)) {
                check(record.value().equals("committed"), record.value());
            }
        }
    }

    /** Two consumers of one group: when the second comes, the first gives it a partition. */
    private void rebalancing() throws Exception {
        try (KafkaConsumer<String, String> first = consumer("sharing"); KafkaConsumer<String, String> second = consumer("sharing")) {
            first.subscribe(Collections.singletonList("rebalancing"));
            int count = 0;
            for (int i = 0; i < 2; i++) {
                producer.send(new ProducerRecord<>("rebalancing", i, null, "alone")).get();
            }
            while (count < 2) {
                count += loop(first);
            }
            first.commitSync();
            second.subscribe(Collections.singletonList("rebalancing"));
            // On a thread of its own: old clients wait inside a poll until the whole group is there.
            Thread joining = new Thread(() -> {
                while (second.assignment().isEmpty()) {
                    loop(second);
                }
            });
            joining.start();
            while (first.assignment().size() != 1 || joining.isAlive()) {
                check(loop(first) == 0, "nothing twice");
            }
            for (int i = 0; i < 2; i++) {
                producer.send(new ProducerRecord<>("rebalancing", i, null, "together")).get();
            }
            while (count < 4) {
                count += loop(first) + loop(second);
            }
        }
    }

    private static int loop(KafkaConsumer<String, String> consumer) {
        int count = 0;
        for (ConsumerRecord<String, String> record : Polls.poll(consumer, 100)) {
            count++;
        }
        return count;
    }

    /** The broker goes and comes back between two records. */
    private void outage() throws Exception {
        try (KafkaConsumer<String, String> consumer = consumerOf("outage", 1)) {
            send("outage", null, "before");
            check(poll(consumer).count() == 1, "before");
            System.out.println("restart");
            check(System.in.read() == '\n', "broker restarted");
            send("outage", null, "after");
            int count = 0;
            while (count < 1) {
                count += loop(consumer);
            }
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        check(latch.await(20, TimeUnit.SECONDS), "in time");
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
