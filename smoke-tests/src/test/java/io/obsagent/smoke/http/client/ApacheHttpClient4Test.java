package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Apache HttpClient 4", artifact = "org.apache.httpcomponents:httpclient",
        versions = {"4.3.6", "4.4.1", "4.5.14"}, with = HttpClientContract.TOMCAT)
class ApacheHttpClient4Test extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "apachehttpclient4";
    }

    @Override
    boolean hasCallbacks() {
        return false;
    }

    @Override
    Set<String> repeatsOn() {
        return Set.of("busy", "challenge");
    }
}
