package io.obsagent.instrumentation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {
    @ParameterizedTest
    @CsvSource({"kafka.example:9092,kafka.example,9092", "PLAINTEXT://10.0.0.1:9093,10.0.0.1,9093", "[::1]:9092,::1,9092"})
    void anAddressHasAHostAndAPort(String address, String host, int port) {
        BrokerAddress parsed = BrokerAddress.only(List.of(address));

        assertThat(parsed.host).isEqualTo(host);
        assertThat(parsed.port).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kafka.example", ":9092", "kafka.example:http", "PLAINTEXT://:9092"})
    void whatIsNoAddressIsUnknown(String address) {
        assertThat(BrokerAddress.only(List.of(address))).isNull();
    }

    @Test
    void severalAddressesAreNone() {
        assertThat(BrokerAddress.only(List.of("a:1", "b:1"))).isNull();
    }
}
