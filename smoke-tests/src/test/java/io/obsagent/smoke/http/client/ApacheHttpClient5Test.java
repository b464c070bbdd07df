package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Apache HttpClient 5", artifact = "org.apache.httpcomponents.client5:httpclient5",
        versions = {"5.0", "5.3.1", "5.6.4"}, with = HttpClientContract.TOMCAT)
class ApacheHttpClient5Test extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "apachehttpclient5";
    }

    @Override
    boolean hasCallbacks() {
        return false;
    }

    /** Since 5.1 it refuses them. */
    @Override
    boolean takesCredentials() {
        return false;
    }

    @Override
    Set<String> repeatsOn() {
        return Set.of("busy");
    }
}
