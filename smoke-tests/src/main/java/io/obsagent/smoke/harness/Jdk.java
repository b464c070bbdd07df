package io.obsagent.smoke.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An installed JDK or run-time image.
 *
 * @param feature feature release: 11, 17, ...
 * @param home the folder with {@code bin/java}
 */
public record Jdk(int feature, Path home) {

    public Path java() {
        return home.resolve("bin/java");
    }

    /** The compiler, where the image has one. */
    public Path javac() {
        return home.resolve("bin/javac");
    }

    /** Every program in the {@code bin} folder, by name. */
    public List<Path> binaries() {
        try (Stream<Path> files = Files.list(home.resolve("bin"))) {
            return files.filter(Files::isRegularFile).filter(Files::isExecutable).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the image has the archive of its own classes that every further sharing builds on. */
    public boolean sharesClasses() {
        return Files.exists(home.resolve("lib/server/classes.jsa"));
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
