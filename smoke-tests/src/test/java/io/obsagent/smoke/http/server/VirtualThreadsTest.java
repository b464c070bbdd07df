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

/** Each request on a virtual thread of its own. */
@LibraryVersions(name = "Spring Boot with virtual threads",
        artifact = "org.springframework.boot:spring-boot-starter-web", versions = "4.0.0", with = "com.h2database:h2:2.2.224")
class VirtualThreadsTest extends SpringContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        Optional<Jdk> jdk = Jdks.installed().find(25);
        Assumptions.assumeThat(jdk).as("Java 25").isPresent();
        return JavaApp.of("SpringMvcServer", AppSources.compile(17, library, "http-server/common", "http-server/spring-mvc"))
                .property("spring.threads.virtual.enabled", "true").on(jdk.get());
    }
}
