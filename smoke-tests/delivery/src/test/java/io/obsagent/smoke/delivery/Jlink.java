package io.obsagent.smoke.delivery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run-time images made by jlink of the JDK that runs the tests; made once, below {@code target}. */
final class Jlink {
    private Jlink() {}

    /** @param modules as for {@code --add-modules} */
    static Path image(String name, String modules) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("java.home"));
        assumeTrue(Files.isExecutable(home.resolve("bin/jlink")) && Files.isDirectory(home.resolve("jmods")),
                "no jlink in " + home);
        Path image = Path.of("target", name).toAbsolutePath();
        if (!Files.isExecutable(image.resolve("bin/java"))) {
            Command.of(home.resolve("bin/jlink").toString(), "--add-modules", modules, "--strip-debug", "--no-header-files",
                    "--no-man-pages", "--output", image.toString()).succeed();
        }
        return image;
    }
}
