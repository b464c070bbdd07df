package io.obsagent.tools.doctor;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What is known about the JVM that the agent is to run in. Immutable. */
final class Target {
    /** For the headline. */
    final String name;
    final Root root;
    /** Home of the JVM, or null where none was found. */
    final Path javaHome;
    final Map<String, String> environment;
    /** The words of the command line, empty where no process runs. */
    final List<String> command;
    /** The mount table of the process, or null where no process runs. */
    final Path mounts;
    /** User id of the process, or -1. */
    final int user;
    /** Whether this machine's network is the one the agent will use, and may be tried. */
    final boolean connects;
    final JvmOptions options;

    Target(String name, Root root, Path javaHome, Map<String, String> environment, List<String> command, Path mounts,
            int user, boolean connects) {
        this.name = name;
        this.root = root;
        this.javaHome = javaHome;
        this.environment = Collections.unmodifiableMap(environment);
        this.command = Collections.unmodifiableList(command);
        this.mounts = mounts;
        this.user = user;
        this.connects = connects;
        this.options = JvmOptions.of(environment, command);
    }

    /** False for a file system at rest: volumes may still bring what is missing. */
    boolean runs() {
        return mounts != null;
    }
}
