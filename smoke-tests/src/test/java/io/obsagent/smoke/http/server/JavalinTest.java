package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

/** Routes of Javalin on the Jetty that each version brings. */
@LibraryVersions(name = "Javalin", artifact = "io.javalin:javalin",
        versions = {"4.0.0", "5.6.5", "6.7.0", "7.2.3"}, with = {"com.h2database:h2:2.2.224", "org.slf4j:slf4j-nop:2.0.17"})
class JavalinTest extends HttpServerContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        boolean seven = library.version().startsWith("7.");
        return JavaApp.of("JavalinServer", AppSources.compile(seven ? 17 : 11, library, "http-server/common",
                "http-server/javalin-common", seven ? "http-server/javalin7" : "http-server/javalin4"));
    }

    @Override
    String context() {
        return "/app";
    }

    @Override
    String userRoute() {
        return "/app/users/{id}";
    }

    @Override
    boolean acceptsMadeUpMethods() {
        return false;
    }
}
