package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Retrofit", artifact = "com.squareup.retrofit2:retrofit",
        versions = {"2.11.0", "3.0.0"}, with = HttpClientContract.TOMCAT)
class RetrofitTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "retrofit";
    }

    @Override
    String secureProtocol() {
        return "2";
    }

    @Override
    Set<String> repeatsOn() {
        return Set.of("busy");
    }
}
