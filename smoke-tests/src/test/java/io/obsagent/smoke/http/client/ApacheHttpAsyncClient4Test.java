package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Apache HttpAsyncClient 4", artifact = "org.apache.httpcomponents:httpasyncclient",
        versions = {"4.1", "4.1.5"}, with = HttpClientContract.TOMCAT)
class ApacheHttpAsyncClient4Test extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "apachehttpasyncclient4";
    }

    @Override
    boolean countsRepetitions() {
        return false;
    }
}
