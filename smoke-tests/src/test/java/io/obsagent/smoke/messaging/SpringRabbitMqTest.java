package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.ReceivedSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/** Spring's scenarios on RabbitMQ itself, with what only RabbitMQ has: dead letters, direct reply-to. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isInstalled", disabledReason = "RabbitMQ is not installed")
@LibraryVersions(name = "Spring for RabbitMQ", artifact = "org.springframework.amqp:spring-rabbit",
        versions = {"2.4.17", "4.1.1"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringRabbitMqTest extends SpringRabbitTest {
    @Override
    Broker startBroker() {
        return RabbitMqBroker.start();
    }

    @Override
    String[] arguments(int port) {
        return new String[] {Integer.toString(port), "rabbitmq"};
    }

    @Test
    void aDeadLetterStaysInTheTraceOfItsProducer() {
        ReceivedSpan publish = spans("publish", "doomed").get(0);
        ReceivedSpan failed = spans("process", "doomed").get(0);

        assertThat(failed.isChildOf(publish)).isTrue();
        assertThat(failed.isError()).isTrue();
        assertThat(failed.proto().getEventsList()).as("attempts").hasSizeGreaterThanOrEqualTo(2);
        assertThat(spans("nack", "doomed")).hasSize(1).allMatch(nack -> nack.isChildOf(failed));
        assertThat(spans("process", "dead")).hasSize(1).allMatch(process -> process.isChildOf(publish));
    }

    @Test
    void aRequestWithDirectReplyIsOneTraceAndItsAddressIsInNoNameAndNoMetric() {
        ReceivedSpan request = spans("publish", "direct-reply").get(0);

        assertThat(received.spans(span -> span.traceId().equals(request.traceId())))
                .filteredOn(span -> span.name().startsWith("process")).hasSize(2);
        assertThat(received.points()).noneMatch(point -> String.valueOf(point.attribute("messaging.destination.name"))
                .contains("reply-to"));
    }
}
