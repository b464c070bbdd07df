package io.obsagent.distribution.release;

import io.obsagent.distribution.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that {@code sha256sum --check} reads. */
final class Checksums {
    private Checksums() {}

    static String lines(Path folder, List<Path> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files.stream().sorted().toList()) {
            lines.append(Sha256.of(Files.readAllBytes(file))).append("  ").append(folder.relativize(file)).append('\n');
        }
        return lines.toString();
    }
}
