package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Optional;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.params.Parameter;

/** Helidon 4, a virtual thread for each connection. */
@LibraryVersions(name = "Helidon", artifact = "io.helidon.webserver:helidon-webserver",
        versions = {"4.0.0", "4.1.0", "4.5.0"}, with = "com.h2database:h2:2.2.224")
class HelidonTest extends TraceContextContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        return on21("HelidonServer", library, "http-server/common", "http-server/helidon");
    }

    /** Virtual threads, on which Helidon stands, came with Java 21. */
    static JavaApp on21(String mainClass, Library library, String... folders) {
        Optional<Jdk> jdk = Jdks.installed().find(21);
        Assumptions.assumeThat(jdk).as("Java 21").isPresent();
        Assumptions.assumeThat(Jdks.installed().compiler(21)).as("a compiler for Java 21").isPresent();
        return JavaApp.of(mainClass, AppSources.compile(21, library, folders)).on(jdk.get());
    }

    @Override
    String context() {
        return "/app";
    }

    @Override
    String userRoute() {
        return "/app/users/{id}";
    }
}
