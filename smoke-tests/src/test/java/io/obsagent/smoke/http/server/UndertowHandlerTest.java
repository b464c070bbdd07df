package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

/** Undertow's own handlers, without servlets: there is nothing that could name a route. */
@LibraryVersions(name = "Undertow handlers", artifact = "io.undertow:undertow-core",
        versions = {"2.0.0.Final", "2.3.20.Final"}, with = "com.h2database:h2:2.2.224")
class UndertowHandlerTest extends TraceContextContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        return JavaApp.of("UndertowHandlerServer", AppSources.compile(library, "http-server/common", "http-server/undertow"));
    }

    @Override
    String userRoute() {
        return null;
    }
}
