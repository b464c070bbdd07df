package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.api.Test;

@LibraryVersions(name = "Vert.x Proton", artifact = "io.vertx:vertx-proton", versions = {"4.0.0", "4.5.11", "5.0.8"})
class VertxProtonTest extends AmqpContract {
    @Override
    String folder() {
        return "vertxproton";
    }

    @Override
    String mainClass() {
        return "VertxProtonScenarios";
    }

    @Override
    String taking() {
        return "process";
    }

    @Override
    String[] settlements() {
        return new String[] {"accept", "reject", "modify"};
    }

    @Test
    void processingIsBelowTheProducer() {
        assertThat(spans("process", "consuming"))
                .allSatisfy(process -> assertThat(spans("send", "consuming")).anyMatch(process::isChildOf));
    }
}
