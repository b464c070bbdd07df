package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.junit.PartOfJdk;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@PartOfJdk(name = "HttpServer of the JDK", module = "jdk.httpserver")
@ParameterizedClass(name = "{0}")
@MethodSource("jdks")
class JdkHttpServerTest extends TraceContextContract {
    @Parameter
    Jdk jdk;

    /** The runtime for Java 11 that {@code smoke-tests/jdks.sh} fetches is without this server. */
    static Stream<Jdk> jdks() {
        return Stream.of(17, 21, 25).map(Jdks.installed()::find).flatMap(Optional::stream);
    }

    @Override
    JavaApp application() {
        return JavaApp.of("JdkServer", AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"),
                "http-server/common", "http-server/jdk")).on(jdk);
    }

    @Override
    String context() {
        return "/app";
    }

    @Override
    String userRoute() {
        return "/app/users/";
    }

    @Override
    boolean answersExceptions() {
        return false;
    }
}
