package io.obsagent.smoke.harness;

import java.nio.file.Path;
import java.util.List;

/**
 * A library in one version with everything it needs at run time.
 *
 * @param coordinates the artifacts asked for, as {@code group:artifact:version}
 * @param classPath all jars, the library's own first
 */
public record Library(List<String> coordinates, List<Path> classPath) {
    @Override
    public String toString() {
        return String.join(" + ", coordinates);
    }
}
