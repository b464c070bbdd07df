package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.PartOfJdk;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code java.net.HttpURLConnection}; its versions are those of the JDK. */
@PartOfJdk(name = "HttpURLConnection", module = "java.base")
@ParameterizedClass(name = "{0}")
@MethodSource("jdks")
class HttpUrlConnectionTest extends HttpClientContract {
    @Parameter
    Jdk jdk;

    static Stream<Jdk> jdks() {
        return Jdks.SUPPORTED.stream().map(Jdks.installed()::find).flatMap(Optional::stream);
    }

    @Override
    JavaApp application() {
        return super.application().on(jdk);
    }

    @Override
    Library library() {
        return tomcatOnly();
    }

    @Override
    String driver() {
        return "httpurlconnection";
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
    Set<String> repeatsOn() {
        return Set.of("challenge");
    }
}
