package io.obsagent.smoke.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs commands as a user that is not root, for servers that refuse to run as root (PostgreSQL checks its effective
 * user id). When the tests run as an ordinary user already, commands and files are left as they are.
 */
final class Unprivileged {
    /** The user "nobody" of every Linux distribution; the number works even where no user database names it. */
    private static final int NOBODY = 65534;

    private static final boolean ROOT = uid(Path.of("/proc/self")) == 0;

    private Unprivileged() {
    }

    /** The same command, preceded by what changes the user. */
    static List<String> command(List<String> command) {
        if (!ROOT) {
            return command;
        }
        List<String> prefixed = new ArrayList<>(prefix());
        prefixed.addAll(command);
        return prefixed;
    }

    /** Hands a folder to the user that commands run as. */
    static void own(Path folder) {
        if (!ROOT || !changesUser()) {
            return;
        }
        try {
            Files.setAttribute(folder, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(folder, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give " + folder + " to user " + NOBODY, e);
        }
    }

    private static List<String> prefix() {
        if (installed("setpriv")) {
            return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
        }
        if (installed("runuser")) {
            return List.of("runuser", "-u", "nobody", "--");
        }
        if (installed("unshare")) {
            // In a user name space of its own the process sees itself as the overflow user, and files stay root's.
            return List.of("unshare", "--user");
        }
        throw new IllegalStateException("running as root, and none of setpriv, runuser and unshare is installed");
    }

    private static boolean changesUser() {
        return installed("setpriv") || installed("runuser");
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int uid(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return -1;
        }
    }
}
