package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.io.IOException;

/** Jersey, on the JDK's server. */
class JerseyTest extends JaxRsContract {
    @LibraryVersions(name = "Jersey", artifact = "org.glassfish.jersey.containers:jersey-container-jdk-http", versions = {
        "2.29 + org.glassfish.jersey.inject:jersey-hk2:2.29 + javax.activation:javax.activation-api:1.2.0",
        "2.48 + org.glassfish.jersey.inject:jersey-hk2:2.48",
        "3.1.10 + org.glassfish.jersey.inject:jersey-hk2:3.1.10", "4.0.2 + org.glassfish.jersey.inject:jersey-hk2:4.0.2"})
    void theTemplatesOfTheResourceAreTheRoute(Library library) throws IOException, InterruptedException {
        theTemplatesAreTheRoutes(library, library.version().startsWith("2."), "JerseyServer", "http-server/jersey", "/app");
    }
}
