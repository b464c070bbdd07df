package io.obsagent.profile.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decides which engine runs, piece by piece. */
class EnginesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64/libasyncProfiler.so", "Linux, aarch64, linux-arm64/libasyncProfiler.so",
        "Mac OS X, aarch64, macos/libasyncProfiler.so", "Mac OS X, x86_64, macos/libasyncProfiler.so",
    })
    void thereIsALibraryForEachPlatformNamed(String os, String arch, String resource) {
        assertThat(NativeLibrary.resource(os, arch)).isEqualTo(resource);
        assertThat(getClass().getClassLoader().getResource(resource)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, s390x", "AIX, ppc64"})
    void andNoneForOthers(String os, String arch) {
        assertThat(NativeLibrary.resource(os, arch)).isNull();
    }

    @Test
    void anotherProfilerIsFoundInTheMapsOfTheProcess() throws Exception {
        Path maps = folder.resolve("maps");
        Files.writeString(maps, "7f00-7f10 r-xp 00000000 08:01 1 /lib/libc.so.6\n7f20-7f30 r-xp 00000000 08:01 2 /tmp/libasyncProfiler-linux-x64.so (deleted)\n");

        assertThat(OtherProfiler.find(maps.toString())).isEqualTo("/tmp/libasyncProfiler-linux-x64.so (deleted)");
        assertThat(OtherProfiler.find(folder.resolve("none").toString())).isNull();
    }

    @Test
    void theConfiguredFolderIsTriedFirstAndOthersAfterIt() throws Exception {
        assertThat(new Folders(folder.toString()).candidates().get(0)).isEqualTo(folder.toAbsolutePath());
        Path created = new Folders(folder.resolve("missing").toString()).create(".jfr");
        assertThat(created).exists();
        Files.delete(created);
    }

    @Test
    void aConfiguredFolderThatTakesNoFilesIsNamed() {
        assertThat(new Folders(folder.toString()).configuredIsIgnored()).isFalse();
        assertThat(new Folders(null).configuredIsIgnored()).isFalse();
        assertThat(new Folders(folder.resolve("missing").toString()).configuredIsIgnored()).isTrue();
    }

    @Test
    void filesAreForTheOwnerAlone() throws Exception {
        Path created = new Folders(folder.toString()).create(".jfr");

        assertThat(Files.getPosixFilePermissions(created)).allMatch(permission -> permission.name().startsWith("OWNER"));
    }

    @Test
    void theCommandSaysWhatIsWanted() {
        Events some = new Events(10_000_000, false, 0, 1 << 20, 0, true);
        String command = new AsyncEngine(null, some, null, 345).command(Path.of("/tmp/x.jfr"));

        assertThat(List.of(command.split(","))).contains("start", "jfr", "event=ctimer", "interval=10000000", "alloc=1048576", "live",
                "timeout=345", "clock=monotonic", "memlimit=64m", "file=/tmp/x.jfr").noneMatch(word -> word.startsWith("wall") || word.startsWith("lock="));
    }

    @Test
    void aSessionWithFarTooManySamplesOfEitherKindEnds() {
        AsyncEngine engine = new AsyncEngine(null, new Events(0, false, 50_000_000, 1 << 20, 0, false), null, 1);

        assertThat(engine.sampled(300, 150)).isFalse();
        assertThat(engine.sampled(900, 0)).as("a burst").isFalse();
        assertThat(engine.sampled(900, 0)).isTrue();
        assertThat(engine.sampled(0, 500)).isFalse();
        assertThat(engine.sampled(0, 500)).isTrue();
    }

    @Test
    void theDistanceFollowsWhatTheLastSessionShowed() {
        Widening distance = new Widening(200, 600);
        assertThat(distance.begin(1_000)).isEqualTo(1_000);

        assertThat(distance.sampled(800)).isFalse();
        assertThat(distance.sampled(800)).as("in a second window too").isTrue();
        assertThat(distance.begin(1_000)).as("a quarter of the samples").isEqualTo(4_000);
        assertThat(distance.sampled(300)).as("not far enough off").isFalse();
        assertThat(distance.begin(1_000)).isEqualTo(6_000);
        distance.sampled(20);
        assertThat(distance.begin(1_000)).as("never narrower than asked for").isEqualTo(1_000);
    }

    @Test
    void anIncompleteChunkIsRefused() throws Exception {
        Path file = folder.resolve("x.jfr");
        Files.write(file, new byte[68]);
        try (ChunkFile chunks = new ChunkFile(file)) {
            assertThat(file).doesNotExist();
            assertThatThrownBy(chunks::read).isInstanceOf(IOException.class).hasMessage("incomplete chunk");
        }
    }
}
