package io.obsagent.profile.engine;

import java.lang.management.ManagementFactory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** Where a crashing JVM leaves its report: where it was told to, else in its working folder, else in {@code /tmp}. */
final class CrashReports {
    private static final String OPTION = "-XX:ErrorFile=";

    private CrashReports() {}

    /** Absolute paths of the reports that this process could leave. Loads management beans: agent's own thread only. */
    static List<String> places(long ownPid) {
        List<String> places = new ArrayList<>();
        Path folder = Paths.get("").toAbsolutePath();
        for (String option : options()) {
            if (option.startsWith(OPTION)) {
                add(places, folder, option.substring(OPTION.length()).replace("%p", Long.toString(ownPid)));
            }
        }
        String usual = "hs_err_pid" + ownPid + ".log";
        add(places, folder, usual);
        add(places, Paths.get("/tmp"), usual);
        return places;
    }

    private static void add(List<String> places, Path folder, String name) {
        try {
            places.add(folder.resolve(name).toString());
        } catch (InvalidPathException e) {
            // No file can be there.
            return;
        }
    }

    private static List<String> options() {
        try {
            return ManagementFactory.getRuntimeMXBean().getInputArguments();
        } catch (LinkageError | RuntimeException e) {
            // A runtime without the module, or one that does not tell.
            return List.of();
        }
    }
}
