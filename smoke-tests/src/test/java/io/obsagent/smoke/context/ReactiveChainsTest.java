package io.obsagent.smoke.context;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Operators of a reactive chain run for the request that subscribed to it, also where several share a source. */
class ReactiveChainsTest {
    @TempDir
    private static Path folder;
    private static Path agent;

    @BeforeAll
    static void assemble() {
        agent = ProbeAgent.in(folder);
    }

    private static void check(Library library, String sources, String mainClass) {
        ProbedApp.check(JavaApp.of(mainClass, AppSources.compile(library, "hops", sources)), agent);
    }

    @LibraryVersions(name = "Reactor", artifact = "io.projectreactor:reactor-core", versions = {"3.4.0", "3.6.11", "3.8.8"})
    void reactor(Library library) {
        check(library, "hops-reactor", "ReactorHops");
    }

    @LibraryVersions(name = "RxJava 3", artifact = "io.reactivex.rxjava3:rxjava", versions = {"3.0.0", "3.1.8", "3.1.12"})
    void rxJava(Library library) {
        check(library, "hops-rxjava3", "RxHops");
    }
}
