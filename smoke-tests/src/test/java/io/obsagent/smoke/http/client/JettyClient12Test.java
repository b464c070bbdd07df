package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Jetty HTTP client", artifact = "org.eclipse.jetty:jetty-client",
        versions = {"12.0.16", "12.1.1"}, with = HttpClientContract.TOMCAT)
class JettyClient12Test extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "jettyclient12";
    }
}
