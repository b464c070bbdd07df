package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Map;
import org.junit.jupiter.api.Test;

@LibraryVersions(name = "Qpid ProtonJ2", artifact = "org.apache.qpid:protonj2-client", versions = {"1.0.0", "1.1.0"})
class ProtonJ2Test extends AmqpContract {
    @Override
    String folder() {
        return "protonj2";
    }

    @Override
    String mainClass() {
        return "ProtonScenarios";
    }

    @Override
    String taking() {
        return "receive";
    }

    @Override
    String[] settlements() {
        return new String[] {"accept", "reject", "modify", "release"};
    }

    @Override
    int failed() {
        return 1;
    }

    @Test
    void aFailedSendIsAnError() {
        assertThat(spans("send", "failing")).singleElement().satisfies(send -> assertThat(send.isError()).isTrue());
        assertThat(received.value("messaging.client.sent.messages", Map.of(NAME, "auto.failing"))).isEqualTo(1);
    }

    @Test
    void whatIsReceivedLinksToTheContextOfTheUser() {
        assertThat(spans("receive", "user-context")).singleElement()
                .satisfies(receive -> assertThat(linked(receive)).containsExactly("2222222222222222"));
    }

    @Test
    void waitingForNothingIsNothing() {
        assertThat(received.count("messaging.client.operation.duration",
                Map.of(NAME, "auto.consuming", "messaging.operation.name", "receive"))).isEqualTo(4);
    }

    @Test
    void whatIsReadAsAStreamIsAReceivedMessageToo() {
        assertThat(spans("receive", "stream")).singleElement()
                .satisfies(receive -> assertThat(receive.proto().getLinksList()).hasSize(1));
    }
}
