package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "AsyncHttpClient", artifact = "org.asynchttpclient:async-http-client",
        versions = {"3.0.13"}, with = HttpClientContract.TOMCAT)
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

    @Override
    Set<String> repeatsOn() {
        return Set.of("challenge");
    }

    @Override
    String secureProtocol() {
        return "2";
    }
}
