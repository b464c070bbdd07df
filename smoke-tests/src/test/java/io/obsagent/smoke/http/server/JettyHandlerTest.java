package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

/** Jetty's own handlers, without servlets: there is nothing that could name a route. */
@LibraryVersions(name = "Jetty handlers", artifact = "org.eclipse.jetty:jetty-server",
        versions = {"9.4.58.v20250814", "11.0.26", "12.1.12"}, with = {"com.h2database:h2:2.2.224", "org.slf4j:slf4j-nop:2.0.17"})
class JettyHandlerTest extends TraceContextContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        String version = library.version();
        boolean twelve = version.startsWith("12.");
        String[] sources = {"http-server/common", twelve ? "http-server/jetty12-handler" : "http-server/jetty9-handler"};
        return JavaApp.of("JettyHandlerServer", version.startsWith("9.") ? AppSources.compileForJavax(library, sources)
                : AppSources.compile(twelve ? 17 : 11, library, sources));
    }

    @Override
    String userRoute() {
        return null;
    }
}
