package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

/** Vert.x over HTTP/1.1, by the codec it takes from Netty. */
@LibraryVersions(name = "Vert.x", artifact = "io.vertx:vertx-core", versions = {"4.0.0", "4.5.32", "5.1.6"},
        with = "com.h2database:h2:2.2.224")
class VertxTest extends TraceContextContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        return JavaApp.of("VertxServer", AppSources.compile(library, "http-server/common", "http-server/vertx"));
    }

    @Override
    String userRoute() {
        return null;
    }

    /** Vert.x core logs what a handler throws and leaves the request alone. */
    @Override
    boolean answersExceptions() {
        return false;
    }
}
