package io.obsagent.smoke.context;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.junit.EachJdk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tasks carry the operation that handed them over, and nothing else does (G4, S27). */
class HandOverTest {
    @TempDir
    private static Path folder;
    private static Path agent;
    private static List<Path> classPath;

    @BeforeAll
    static void assemble() {
        agent = ProbeAgent.in(folder);
        classPath = AppSources.compile(11, List.of(), "hops");
    }

    private static void check(Jdk jdk, String mainClass, String... jvmOptions) {
        ProbedApp.check(JavaApp.of(mainClass, classPath).on(jdk).jvmOption(jvmOptions), agent);
    }

    @EachJdk
    void executorsTimersAndFutures(Jdk jdk) {
        check(jdk, "ExecutorHops");
    }

    /** One processor: {@code CompletableFuture} makes a thread for each task, up to Java 24. */
    @EachJdk
    void executorsOnOneProcessor(Jdk jdk) {
        check(jdk, "ExecutorHops", "-XX:ActiveProcessorCount=1");
    }

    @EachJdk
    void forkJoin(Jdk jdk) {
        check(jdk, "ForkJoinHops", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3");
    }

    @EachJdk
    void tasksKeepTheirIdentity(Jdk jdk) {
        check(jdk, "TaskIdentity");
    }

    @EachJdk
    void fiftyRequestsAtOnceDoNotMix(Jdk jdk) {
        check(jdk, "CrossTalk");
    }

    @EachJdk(from = 21)
    void aHundredThousandVirtualThreads(Jdk jdk) {
        check(jdk, "ManyVirtualThreads", "-Xmx512m");
    }

    @EachJdk(from = 25)
    void structuredTaskScope(Jdk jdk) {
        check(jdk, "Structured", "--enable-preview");
    }

    /** The JVM does not verify its own classes unless told to. */
    @EachJdk
    void wovenClassesOfTheJdkVerify(Jdk jdk) {
        check(jdk, "ForkJoinHops", "-Xverify:all");
    }
}
