package io.obsagent.distribution.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.distribution.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OciArchiveTest {
    private static final Instant INSTANT = Instant.parse("2026-01-02T03:04:05Z");

    private static OciArchive archive(String jar) {
        OciArchive archive = new OciArchive(INSTANT, Map.of("z", "1", "a", "2", "m", "3"));
        byte[] layer = new Tar(INSTANT).file("javaagent.jar", 0644, jar.getBytes(StandardCharsets.UTF_8)).bytes();
        archive.add("amd64", Map.of("User", "1:1", "Env", "x"), layer);
        archive.add("arm64", Map.of("Env", "x", "User", "1:1"), layer);
        return archive;
    }

    @Test
    void theSameInputGivesTheSameBytesAndAnotherJarAnotherDigest() {
        assertThat(archive("jar").tar("x:1")).isEqualTo(archive("jar").tar("x:1"));
        assertThat(archive("jar").index().digest()).isNotEqualTo(archive("other").index().digest());
    }

    @Test
    void theDigestDoesNotDependOnTheName() {
        OciArchive archive = archive("jar");
        String digest = archive.index().digest();

        assertThat(new String(archive.tar("x:1"), StandardCharsets.ISO_8859_1)).contains(digest);
        assertThat(new String(archive.tar("y:2"), StandardCharsets.ISO_8859_1)).contains(digest);
    }

    @Test
    void bothArchitecturesShareTheLayerOfTheJar() {
        byte[] layer = new Tar(INSTANT).file("javaagent.jar", 0644, "jar".getBytes(StandardCharsets.UTF_8)).bytes();
        String blob = "blobs/sha256/" + Sha256.of(StoredGzip.of(layer));
        String tar = new String(archive("jar").tar("x:1"), StandardCharsets.ISO_8859_1);

        assertThat(tar.split(blob, -1)).hasSize(2);
        assertThat(new String(archive("jar").index().bytes(), StandardCharsets.UTF_8))
                .contains("\"architecture\": \"amd64\"", "\"architecture\": \"arm64\"");
    }
}
