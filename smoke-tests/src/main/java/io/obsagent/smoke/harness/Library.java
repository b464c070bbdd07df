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

    /** {@code group:artifact} of the library itself. */
    public String artifact() {
        return coordinates.get(0).substring(0, coordinates.get(0).lastIndexOf(':'));
    }

    /** Version of the library itself. */
    public String version() {
        return coordinates.get(0).substring(coordinates.get(0).lastIndexOf(':') + 1);
    }

    @Override
    public String toString() {
        return String.join(" + ", coordinates);
    }
}
