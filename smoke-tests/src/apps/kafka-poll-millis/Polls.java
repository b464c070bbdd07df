import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Clients before 2.0. */
final class Polls {
    private Polls() {
    }

    static ConsumerRecords<String, String> poll(KafkaConsumer<String, String> consumer, long millis) {
        return consumer.poll(millis);
    }
}
