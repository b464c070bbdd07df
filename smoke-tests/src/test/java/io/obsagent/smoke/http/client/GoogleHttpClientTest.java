package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Google HTTP client", artifact = "com.google.http-client:google-http-client",
        versions = {"1.40.0", "2.2.0"}, with = HttpClientContract.TOMCAT)
class GoogleHttpClientTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "googlehttpclient";
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
    boolean followsRedirects() {
        return false;
    }
}
