package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Feign", artifact = "io.github.openfeign:feign-okhttp",
        versions = {"13.5", "13.12"}, with = HttpClientContract.TOMCAT)
class FeignTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "feign";
    }

    @Override
    boolean hasCallbacks() {
        return false;
    }

    @Override
    boolean cancels() {
        return false;
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
