package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Vert.x HTTP client", artifact = "io.vertx:vertx-core",
        versions = {"4.0.0", "4.5.32", "5.1.6"}, with = HttpClientContract.TOMCAT)
class VertxClientTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "vertx";
    }

    @Override
    boolean takesCredentials() {
        return false;
    }
}
