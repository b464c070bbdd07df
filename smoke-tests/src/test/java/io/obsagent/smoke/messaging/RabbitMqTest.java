package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.MetricPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/** The client's scenarios on RabbitMQ itself, and our counts against the broker's own, message by message. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isInstalled", disabledReason = "RabbitMQ is not installed")
@LibraryVersions(name = "RabbitMQ client", artifact = "com.rabbitmq:amqp-client", versions = {"4.0.0", "5.35.0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitMqTest extends RabbitClientTest {
    @Override
    Broker startBroker() {
        return RabbitMqBroker.start();
    }

    private void assertAgreement(String ours, String theirs) {
        double counted = received.latest(ours).stream()
                .filter(point -> point.attribute("error.type") == null).mapToDouble(MetricPoint::value).sum();

        assertThat(counted).as(ours).isPositive().isEqualTo(((RabbitMqBroker) broker).count(theirs));
    }

    @Test
    void theBrokerReceivedAndDeliveredAsManyMessagesAsWeCounted() {
        assertAgreement("messaging.client.sent.messages", "messages_received_total");
        assertAgreement("messaging.client.consumed.messages", "messages_delivered_total");
    }

    @Test
    void theBrokerConfirmedReturnedAndRedeliveredAsManyMessagesAsWeCounted() {
        assertThat(received.count("obs.messaging.confirm.duration"))
                .isEqualTo(((RabbitMqBroker) broker).count("messages_confirmed_total"));
        assertAgreement("obs.messaging.returned.messages", "messages_unroutable_returned_total");
    }
}
