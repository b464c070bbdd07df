package io.obsagent.smoke.messaging;

import io.obsagent.smoke.junit.LibraryVersions;

/** What Reactor makes of the client: context goes into the chain behind a delivery. */
@LibraryVersions(name = "reactor-rabbitmq", artifact = "io.projectreactor.rabbitmq:reactor-rabbitmq", versions = {"1.0.0.RELEASE", "1.4.4.RELEASE", "1.5.6"})
class ReactorRabbitTest extends RabbitWrapperContract {
    @Override
    String application() {
        return "ReactorRabbit";
    }

    @Override
    String folder() {
        return "reactorrabbit";
    }
}
