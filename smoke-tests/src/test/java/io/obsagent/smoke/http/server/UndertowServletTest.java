package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Undertow", artifact = "io.undertow:undertow-servlet",
        versions = {"2.0.0.Final", "2.2.37.Final", "2.3.20.Final"}, with = "com.h2database:h2:2.2.224")
class UndertowServletTest extends ServletContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        boolean javax = library.version().startsWith("2.0.") || library.version().startsWith("2.2.");
        String[] sources = {"http-server/common", "http-server/servlet", "http-server/undertow-servlet"};
        return JavaApp.of("UndertowServer", javax ? AppSources.compileForJavax(library, sources)
                : AppSources.compile(17, library, sources));
    }
}
