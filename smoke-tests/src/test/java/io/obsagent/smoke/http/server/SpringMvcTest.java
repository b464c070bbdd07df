package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

/** Spring MVC 5.3, 6.2 and 7.0 as Spring Boot 2.7, 3.5 and 4.1 bring it. */
@LibraryVersions(name = "Spring Boot with Spring MVC", artifact = "org.springframework.boot:spring-boot-starter-web",
        versions = {"2.7.18", "3.5.16", "4.1.1"}, with = "com.h2database:h2:2.2.224")
class SpringMvcTest extends SpringContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        return JavaApp.of("SpringMvcServer", AppSources.compile(library.version().startsWith("2.") ? 11 : 17, library,
                "http-server/common", "http-server/spring-mvc"));
    }
}
