package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.harness.Libraries;
import java.util.Optional;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "Java {0}")
@ValueSource(ints = {17, 21, 25})
class JdkHttpServerTest extends TraceContextContract {
    @Parameter
    int java;

    @Override
    JavaApp application() {
        Optional<Jdk> jdk = Jdks.installed().find(java);
        Assumptions.assumeThat(jdk).as("Java " + java).isPresent();
        return JavaApp.of("JdkServer", AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"),
                "http-server/common", "http-server/jdk")).on(jdk.get());
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
