package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Jetty HTTP client", artifact = "org.eclipse.jetty:jetty-client",
        versions = {
                "12.0.16 + org.eclipse.jetty.http2:jetty-http2-client-transport:12.0.16 + org.eclipse.jetty:jetty-alpn-java-client:12.0.16",
                "12.1.12 + org.eclipse.jetty.http2:jetty-http2-client-transport:12.1.12 + org.eclipse.jetty:jetty-alpn-java-client:12.1.12"}, with = HttpClientContract.TOMCAT)
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

    @Override
    String secureProtocol() {
        return "2";
    }

    @Override
    Set<String> repeatsOn() {
        return Set.of("challenge");
    }
}
