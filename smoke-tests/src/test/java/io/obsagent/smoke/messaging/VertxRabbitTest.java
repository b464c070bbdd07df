package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.api.Test;

/** What Vert.x makes of the client: context goes to the handler on its event loop and into what that starts. */
@LibraryVersions(name = "Vert.x RabbitMQ client", artifact = "io.vertx:vertx-rabbitmq-client", versions = {"4.0.0", "4.5.22", "5.0.8"})
class VertxRabbitTest extends RabbitWrapperContract {
    @Override
    String application() {
        return "VertxRabbit";
    }

    @Override
    String folder() {
        return "vertxrabbit";
    }

    @Test
    void whatAHandlerThrowsIsTheErrorOfItsProcessSpan() {
        assertThat(spans("process", "failing")).hasSize(1)
                .allSatisfy(process -> assertThat(process.attribute("error.type")).isEqualTo("java.lang.IllegalStateException"));
    }
}
