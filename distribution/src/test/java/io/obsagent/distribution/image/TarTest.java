package io.obsagent.distribution.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    private static final Instant INSTANT = Instant.parse("2026-01-02T03:04:05Z");

    private final byte[] archive = new Tar(INSTANT)
            .folder("bin").file("bin/cp", 0755, new byte[513]).file("hello", 0644, "hi".getBytes(StandardCharsets.UTF_8))
            .bytes();

    @Test
    void theSystemsTarListsNamesModesSizesAndTime(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/tar")), "no tar on this machine");
        Path file = Files.write(folder.resolve("x.tar"), archive);
        ProcessBuilder tar = new ProcessBuilder("/bin/tar", "--utc", "--full-time", "-tvf", file.toString());
        tar.environment().put("LC_ALL", "C");
        Process process = tar.redirectErrorStream(true).start();
        String listing = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(listing.lines().map(line -> line.replaceAll(" +", " "))).containsExactly(
                "drwxr-xr-x 0/0 0 2026-01-02 03:04:05 bin/",
                "-rwxr-xr-x 0/0 513 2026-01-02 03:04:05 bin/cp",
                "-rw-r--r-- 0/0 2 2026-01-02 03:04:05 hello");
    }

    @Test
    void endsInTwoEmptyBlocks() throws IOException {
        assertThat(archive.length % 512).isZero();
        assertThat(archive).endsWith(new byte[1024]);
    }

    @Test
    void refusesANameThatDoesNotFit() {
        assertThatThrownBy(() -> new Tar(INSTANT).file("x".repeat(101), 0644, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
