package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "AsyncHttpClient", artifact = "org.asynchttpclient:async-http-client",
        versions = {"3.0.1"}, with = HttpClientContract.TOMCAT)
class AsyncHttpClient3Test extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "asynchttpclient3";
    }
}
