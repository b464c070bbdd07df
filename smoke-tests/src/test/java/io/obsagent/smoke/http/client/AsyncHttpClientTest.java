package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "AsyncHttpClient", artifact = "org.asynchttpclient:async-http-client",
        versions = {"2.12.3"}, with = HttpClientContract.TOMCAT)
class AsyncHttpClientTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "asynchttpclient";
    }

    @Override
    Set<String> repeatsOn() {
        return Set.of("challenge");
    }
}
