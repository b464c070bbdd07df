package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Vert.x WebClient", artifact = "io.vertx:vertx-web-client",
        versions = {"4.0.3", "4.5.32", "5.1.6"}, with = HttpClientContract.TOMCAT)
class VertxWebClientTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "vertxwebclient";
    }

    @Override
    boolean takesCredentials() {
        return false;
    }

    @Override
    boolean cancels() {
        return false;
    }
}
