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
        String handler = version.startsWith("9.") ? "jetty9-handler-javax"
                : version.startsWith("11.") ? "jetty9-handler-jakarta" : "jetty12-handler";
        return JavaApp.of("JettyHandlerServer", AppSources.compile(version.startsWith("12.") ? 17 : 11, library,
                "http-server/common", "http-server/" + handler));
    }

    @Override
    String userRoute() {
        return null;
    }
}
