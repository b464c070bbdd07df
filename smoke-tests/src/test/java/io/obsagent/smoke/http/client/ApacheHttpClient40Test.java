package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Apache HttpClient 4", artifact = "org.apache.httpcomponents:httpclient",
        versions = {"4.0.3", "4.2.6"}, with = HttpClientContract.TOMCAT)
class ApacheHttpClient40Test extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "apachehttpclient40";
    }

    @Override
    boolean hasCallbacks() {
        return false;
    }
}
