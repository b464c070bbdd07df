package io.obsagent.smoke.context;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Coroutines run for the request that created them, wherever and by whomever they are resumed (S28). */
class CoroutinesTest {
    @TempDir
    private static Path folder;
    private static Path agent;

    @BeforeAll
    static void assemble() {
        agent = ProbeAgent.in(folder);
    }

    @LibraryVersions(name = "Kotlin coroutines", artifact = "org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm",
            versions = {"org.jetbrains.kotlinx:kotlinx-coroutines-core:1.3.0", "1.8.1", "1.10.2"})
    void kotlinx(Library library) {
        ProbedApp.check(JavaApp.of("CoroutineHops", AppSources.compile(library, "hops", "hops-coroutines")), agent);
    }
}
