package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Spring RestTemplate", artifact = "org.springframework:spring-web",
        versions = {"5.3.39 + org.apache.httpcomponents:httpclient:4.5.14"}, with = HttpClientContract.TOMCAT)
class RestTemplateTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "resttemplate";
    }

    @Override
    boolean hasCallbacks() {
        return false;
    }

    @Override
    boolean cancels() {
        return false;
    }
}
