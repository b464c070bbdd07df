package io.obsagent.smoke.delivery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Run-time images made by jlink of the JDK that runs the tests; made once, below {@code target}. */
final class Jlink {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    private Jlink() {}

    /** Why this JDK makes no run-time images; empty where it does. */
    static Optional<String> obstacle() {
        boolean able = Files.isExecutable(HOME.resolve("bin/jlink")) && Files.isDirectory(HOME.resolve("jmods"));
        return able ? Optional.empty() : Optional.of("no jlink in " + HOME);
    }

    /** @param modules as for {@code --add-modules} */
    static Path image(String name, String modules) throws IOException, InterruptedException {
        assumeTrue(obstacle().isEmpty(), obstacle().orElse(""));
        Path image = Path.of("target", name).toAbsolutePath();
        if (!Files.isExecutable(image.resolve("bin/java"))) {
            Command.of(HOME.resolve("bin/jlink").toString(), "--add-modules", modules, "--strip-debug", "--no-header-files",
                    "--no-man-pages", "--output", image.toString()).succeed();
        }
        return image;
    }
}
