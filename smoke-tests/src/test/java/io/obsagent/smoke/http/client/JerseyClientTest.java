package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Jersey client", artifact = "org.glassfish.jersey.core:jersey-client",
        versions = {"2.47 + org.glassfish.jersey.inject:jersey-hk2:2.47",
            "4.0.2 + org.glassfish.jersey.inject:jersey-hk2:4.0.2"}, with = HttpClientContract.TOMCAT)
class JerseyClientTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    List<Path> classPath() {
        return library.version().startsWith("2.")
                ? AppSources.compileForJavax(library, "http-client/common", "http-client/" + driver()) : super.classPath();
    }

    @Override
    String driver() {
        return "jersey";
    }

    @Override
    boolean hasCallbacks() {
        return false;
    }

    @Override
    boolean cancels() {
        return false;
    }
}
