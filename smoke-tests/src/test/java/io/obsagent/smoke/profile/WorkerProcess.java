package io.obsagent.smoke.profile;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.nio.file.Path;
import java.util.List;

/** The application of {@code src/apps/worker}, profiled in windows of a second. */
final class WorkerProcess {
    private static final Library LIBRARIES = Libraries.resolve("com.h2database:h2:2.2.224", "tools.profiler:async-profiler:4.6");

    private WorkerProcess() {
    }

    static List<Path> classPath() {
        return AppSources.compile(LIBRARIES, "worker");
    }

    static JavaApp profiled(OtlpReceiver receiver) {
        return JavaApp.of("Worker", classPath()).withAgent().exportTo(receiver)
                .env("OBS_PROFILE", "cpu").env("OBS_PROFILE_WINDOW", "1s");
    }
}
