import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Clients since 2.0. */
final class Polls {
    private Polls() {
    }

    static ConsumerRecords<String, String> poll(KafkaConsumer<String, String> consumer, long millis) {
        return consumer.poll(Duration.ofMillis(millis));
    }
}
