package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Jersey client", artifact = "org.glassfish.jersey.core:jersey-client",
        versions = {"4.0.2 + org.glassfish.jersey.inject:jersey-hk2:4.0.2"}, with = HttpClientContract.TOMCAT)
class JerseyClient4Test extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "jerseyjakarta";
    }

    @Override
    boolean hasCallbacks() {
        return false;
    }

    @Override
    boolean cancels() {
        return false;
    }

    @Override
    boolean tellsPeer() {
        return false;
    }
}
