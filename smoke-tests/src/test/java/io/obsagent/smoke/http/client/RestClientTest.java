package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Spring RestClient", artifact = "org.springframework:spring-web",
        versions = {"6.1.21", "7.0.9"}, with = HttpClientContract.TOMCAT)
class RestClientTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "restclient";
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
    String secureProtocol() {
        return "2";
    }
}
