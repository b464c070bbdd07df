package io.obsagent.smoke.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds folders of this project from wherever a test, benchmark or demo was started. */
final class Projects {
    private Projects() {
    }

    /** The project's root folder: the nearest one upwards that has both a distribution and a smoke-tests folder. */
    static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("distribution")) && Files.isDirectory(folder.resolve("smoke-tests"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the project: " + start);
    }

    static Path smokeTests() {
        return root().resolve("smoke-tests");
    }
}
