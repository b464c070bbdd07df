package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "OkHttp", artifact = "com.squareup.okhttp3:okhttp",
        versions = {"3.9.0", "3.14.9", "4.12.0", "com.squareup.okhttp3:okhttp-jvm:5.5.0"},
        with = HttpClientContract.TOMCAT)
class OkHttpTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "okhttp";
    }

    @Override
    String secureProtocol() {
        return "2";
    }

    @Override
    Set<String> repeatsOn() {
        return library.version().equals("3.9.0") ? Set.of("challenge") : Set.of("busy", "challenge");
    }
}
