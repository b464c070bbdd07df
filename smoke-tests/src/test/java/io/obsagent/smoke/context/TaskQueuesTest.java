package io.obsagent.smoke.context;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of several requests in one run of a queue keep their own operations. */
class TaskQueuesTest {
    @TempDir
    private static Path folder;
    private static Path agent;

    @BeforeAll
    static void assemble() {
        agent = ProbeAgent.in(folder);
    }

    private static void check(Library library, String mainClass, String... sources) {
        ProbedApp.check(JavaApp.of(mainClass, AppSources.compile(library, sources)), agent);
    }

    @LibraryVersions(name = "Netty event loops", artifact = "io.netty:netty-common",
            versions = {"4.1.9.Final", "4.1.118.Final", "4.2.5.Final"})
    void netty(Library library) {
        check(library, "NettyHops", "hops", "hops-netty");
    }

    @LibraryVersions(name = "Guava sequential executor", artifact = "com.google.guava:guava",
            versions = {"23.3-jre", "28.2-jre", "33.4.0-jre"})
    void guava(Library library) {
        check(library, "GuavaHops", "hops", "hops-guava");
    }

    @LibraryVersions(name = "Vert.x contexts 4", artifact = "io.vertx:vertx-core", versions = {"4.0.0", "4.3.8", "4.5.32"})
    void vertx4(Library library) {
        check(library, "VertxHops", "hops", "hops-vertx", "hops-vertx4");
    }

    @LibraryVersions(name = "Vert.x contexts 5", artifact = "io.vertx:vertx-core", versions = {"5.0.0", "5.1.6"})
    void vertx5(Library library) {
        check(library, "VertxHops", "hops", "hops-vertx", "hops-vertx5");
    }
}
