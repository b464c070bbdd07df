package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "reactor-netty HTTP client", artifact = "io.projectreactor.netty:reactor-netty-http",
        versions = {"1.0.7", "1.0.48", "1.3.7"}, with = HttpClientContract.TOMCAT)
class ReactorNettyTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "reactornetty";
    }

    @Override
    boolean takesCredentials() {
        return false;
    }

    @Override
    String secureProtocol() {
        return "2";
    }
}
