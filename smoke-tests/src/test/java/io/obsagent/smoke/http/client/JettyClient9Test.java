package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Jetty HTTP client", artifact = "org.eclipse.jetty:jetty-client",
        versions = {"9.4.58.v20250814", "10.0.26", "11.0.26"}, with = HttpClientContract.TOMCAT)
class JettyClient9Test extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "jettyclient9";
    }

    @Override
    Set<String> repeatsOn() {
        return Set.of("challenge");
    }

    /** Version 9 wants a factory for TLS in its constructor, which no later version has. */
    @Override
    String secureProtocol() {
        return library.version().startsWith("9.") ? null : "1.1";
    }
}
