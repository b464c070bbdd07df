package io.obsagent.profile.engine;

import io.obsagent.config.JvmAgents;
import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;

/**
 * Looks for another copy of async-profiler in this process, its own or that of another vendor's agent. Two of them take
 * each other's signals, so ours stands down.
 */
final class OtherProfiler {
    private static final String MAPS = "/proc/self/maps";
    private static final String[] LIBRARIES = {"libasyncProfiler", "libjavaProfiler"};
    private static final String PYROSCOPE = "io.pyroscope.javaagent.PyroscopeAgent";

    private OtherProfiler() {}

    /** Asked before the first start: a library that is here, or an agent that will load one once its turn has come. */
    static void refuse() throws OtherProfilerException {
        refuse(announced());
        refuseLoaded();
    }

    /** Asked before each session and once a window, because an application may load its own at any time. */
    static void refuseLoaded() throws OtherProfilerException {
        refuse(find(MAPS));
    }

    private static void refuse(String other) throws OtherProfilerException {
        if (other != null) {
            throw new OtherProfilerException(other);
        }
    }

    private static String announced() {
        for (String option : JvmAgents.options()) {
            if (PYROSCOPE.equals(JvmAgents.premainClass(option))) {
                return option;
            }
        }
        return null;
    }

    /** Path of the library that was found, or null; ours is loaded under another name. */
    static String find(String maps) {
        try (BufferedReader lines = new BufferedReader(new FileReader(maps))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (String library : LIBRARIES) {
                    if (line.contains(library)) {
                        int path = line.indexOf('/');
                        return path < 0 ? library : line.substring(path);
                    }
                }
            }
            return null;
        } catch (IOException e) {
            // No such file outside of Linux.
            return null;
        }
    }
}
