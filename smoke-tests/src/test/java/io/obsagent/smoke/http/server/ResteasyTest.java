package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.io.IOException;

/** RESTEasy, as a servlet on Tomcat. */
class ResteasyTest extends JaxRsContract {
    @LibraryVersions(name = "RESTEasy", artifact = "org.jboss.resteasy:resteasy-core", versions = {
        "4.7.0.Final + org.apache.tomcat.embed:tomcat-embed-core:9.0.121",
        "6.2.16.Final + org.apache.tomcat.embed:tomcat-embed-core:10.1.52",
        "7.0.5.Final + org.apache.tomcat.embed:tomcat-embed-core:11.0.25"})
    void theTemplatesOfTheResourceAreTheRoute(Library library) throws IOException, InterruptedException {
        theTemplatesAreTheRoutes(library, library.version().startsWith("4."), "ResteasyServer", "http-server/resteasy", "/app/api");
    }
}
