package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.util.Set;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Apache HttpClient 5 (async)", artifact = "org.apache.httpcomponents.client5:httpclient5",
        versions = {"5.0", "5.3.1", "5.6.4"}, with = HttpClientContract.TOMCAT)
class ApacheHttpClient5AsyncTest extends HttpClientContract {
    @Parameter
    Library library;

    @Override
    Library library() {
        return library;
    }

    @Override
    String driver() {
        return "apachehttpclient5async";
    }

    @Override
    boolean countsRepetitions() {
        return false;
    }

    /** Since 5.1 it refuses them. */
    @Override
    boolean takesCredentials() {
        return false;
    }

    /** In 5.0 a cancelled call goes on until its timeout. */
    @Override
    boolean cancels() {
        return !library.version().equals("5.0");
    }

    /** HTTP/2 of 5.0 cannot parse the headers of this server, with the agent or without. */
    @Override
    String secureProtocol() {
        return library.version().equals("5.0") ? null : "2";
    }

    @Override
    Set<String> repeatsOn() {
        return Set.of("busy");
    }
}
