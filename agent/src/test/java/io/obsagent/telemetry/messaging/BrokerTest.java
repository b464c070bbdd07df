package io.obsagent.telemetry.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokerTest {
    @Test
    void aRouteIsNamedByItsPartsWithoutEmptyAndRepeatedOnes() {
        assertThat(Broker.routeName("orders", "created", null)).isEqualTo("orders:created");
        assertThat(Broker.routeName("orders", "created", "mails")).isEqualTo("orders:created:mails");
        assertThat(Broker.routeName("", "mails", "mails")).isEqualTo("mails");
        assertThat(Broker.routeName("logs", "", "mails")).isEqualTo("logs:mails");
        assertThat(Broker.routeName("logs", "", null)).isEqualTo("logs");
        assertThat(Broker.routeName("", "", null)).isEqualTo("amq.default");
        assertThat(Broker.routeName(null, null, "mails")).isEqualTo("mails");
    }

    @Test
    void queuesNamedByTheBrokerAreKnownByTheirNamesOrTheirDeclaration() {
        PrivateQueues queues = new PrivateQueues();
        queues.add("tmp_1", true);
        queues.add("mine", false);

        assertThat(queues.isNamedByBroker("amq.gen-x")).isTrue();
        assertThat(queues.isNamedByBroker("amq.rabbitmq.reply-to.g1")).isTrue();
        assertThat(queues.isNamedByBroker("tmp_1")).isTrue();
        assertThat(queues.contains("mine")).isTrue();
        assertThat(queues.isNamedByBroker("mine")).isFalse();
        assertThat(queues.contains("lasting")).isFalse();
    }
}
