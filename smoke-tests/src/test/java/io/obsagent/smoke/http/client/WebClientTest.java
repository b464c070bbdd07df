package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Spring WebClient", artifact = "org.springframework:spring-webflux",
        versions = {"5.3.39 + io.projectreactor.netty:reactor-netty-http:1.0.48",
                "6.2.19 + io.projectreactor.netty:reactor-netty-http:1.2.3 + org.springframework:spring-context:6.2.19",
                "7.0.9 + io.projectreactor.netty:reactor-netty-http:1.3.7 + org.springframework:spring-context:7.0.9"},
        with = HttpClientContract.TOMCAT)
class WebClientTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "webclient";
    }

    @Override
    boolean takesCredentials() {
        return false;
    }
}
