package io.obsagent.smoke.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Notes of which libraries tests really ran on, in {@code target/tested-libraries}: one file a suite, because suites run
 * in several JVMs at once. A suite that runs again forgets what its file said.
 */
public final class TestedVersions {
    private static final Path NOTES = Projects.smokeTests().resolve("target/tested-libraries");

    private static final Set<Class<?>> STARTED = new HashSet<>();

    private TestedVersions() {
    }

    /** Notes that a test of a suite ended on a library. */
    public static synchronized void note(String name, Library library, Class<?> suite, boolean passed) {
        String area = suite.getPackageName().substring("io.obsagent.smoke.".length());
        String line = String.join("\t", area, name, library.artifact(), library.version(), passed ? "passed" : "failed");
        Path notes = NOTES.resolve(suite.getName() + ".tsv");
        try {
            if (STARTED.add(suite)) {
                Files.createDirectories(NOTES);
                Files.deleteIfExists(notes);
            }
            Files.writeString(notes, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All notes, a test each: area, name, artifact, version, passed or failed, separated by tabs. */
    static List<String> all() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(NOTES)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
