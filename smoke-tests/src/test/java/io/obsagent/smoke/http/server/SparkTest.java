package io.obsagent.smoke.http.server;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import org.junit.jupiter.params.Parameter;

/** Routes of Spark on the Jetty 9.4 it brings. */
@LibraryVersions(name = "Spark", artifact = "com.sparkjava:spark-core", versions = {"2.9.0", "2.9.4"},
        with = {"com.h2database:h2:2.2.224", "org.slf4j:slf4j-nop:1.7.36"})
class SparkTest extends HttpServerContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        return JavaApp.of("SparkServer", AppSources.compile(library, "http-server/common", "http-server/spark"));
    }

    @Override
    String context() {
        return "/app";
    }

    @Override
    String userRoute() {
        return "/app/users/:id";
    }

    @Override
    boolean acceptsMadeUpMethods() {
        return false;
    }
}
