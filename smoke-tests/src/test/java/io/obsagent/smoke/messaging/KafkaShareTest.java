package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.KafkaBroker;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;
import java.util.Map;

/** Share groups, whose members get single records of a topic as from a queue. */
class KafkaShareTest {
    private static final String GROUP = "messaging.consumer.group.name";

    @LibraryVersions(name = "Kafka client, share groups", artifact = "org.apache.kafka:kafka-clients", versions = "4.3.1")
    void aShareGroupIsAGroup(Library library) {
        try (OtlpReceiver receiver = OtlpReceiver.start(); KafkaBroker broker = KafkaBroker.start("4.3.1")) {
            JavaApp.of("KafkaShareScenario", AppSources.compile(library, "kafka-share")).withAgent().exportTo(receiver)
                    .run(broker.address()).expectExit(0).expectCalmAgent();

            Received received = receiver.received();
            List<ReceivedSpan> sent = received.spans(span -> span.name().equals("send shared"));
            assertThat(received.spans(span -> span.name().equals("process shared"))).hasSize(3).allSatisfy(process -> {
                assertThat(sent).anyMatch(process::isChildOf);
                assertThat(process.attribute(GROUP)).isEqualTo("sharers");
            });
            assertThat(received.value("messaging.client.consumed.messages", Map.of(GROUP, "sharers"))).isEqualTo(3);
            assertThat(received.spans(span -> "commit".equals(span.attribute("messaging.operation.name")))).hasSize(1);
        }
    }
}
