package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Jetty", artifact = "org.eclipse.jetty:jetty-servlet",
        versions = {"9.4.0.v20161208", "9.4.58.v20250814", "10.0.26", "11.0.26",
            "org.eclipse.jetty.ee10:jetty-ee10-servlet:12.0.0", "org.eclipse.jetty.ee10:jetty-ee10-servlet:12.0.36",
            "org.eclipse.jetty.ee10:jetty-ee10-servlet:12.1.12"},
        with = {"com.h2database:h2:2.2.224", "org.slf4j:slf4j-nop:2.0.17"})
class JettyTest extends ServletContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        int major = Integer.parseInt(library.version().substring(0, library.version().indexOf('.')));
        String[] sources = {"http-server/common", "http-server/servlet",
            major < 12 ? "http-server/jetty9" : "http-server/jetty12"};
        return JavaApp.of("JettyServer", major < 11 ? AppSources.compileForJavax(library, sources)
                : AppSources.compile(major < 12 ? 11 : 17, library, sources));
    }
}
