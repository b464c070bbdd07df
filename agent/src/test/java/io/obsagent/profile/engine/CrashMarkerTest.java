package io.obsagent.profile.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashMarkerTest {
    /** Above the highest process id that Linux gives out. */
    private static final long DEAD = 4_194_999;
    private static final long OWN = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    private CrashMarker marker() {
        return new CrashMarker(folder, "shop");
    }

    private boolean keptOff() throws Exception {
        return marker().tooManyDeaths(System.currentTimeMillis(), OWN) != null;
    }

    private long files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void twoDeathsKeepTheProfilerOff() throws Exception {
        marker().set(DEAD);
        assertThat(keptOff()).isFalse();
        marker().set(DEAD + 1);
        assertThat(keptOff()).isTrue();
        assertThat(new CrashMarker(folder, "cart").tooManyDeaths(System.currentTimeMillis(), OWN)).isNull();
    }

    @Test
    void oneThatSurvivesLeavesNothing() throws Exception {
        CrashMarker marker = marker();
        marker.set(OWN);
        assertThat(files()).isEqualTo(1);
        marker.clear();
        assertThat(files()).isZero();
    }

    /** Two JVMs of one service that have just been started are not dead. */
    @Test
    void livingProcessesDoNotCount() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            marker().set(sleeper.pid());
            marker().set(sleeper.pid());
            assertThat(keptOff()).isFalse();
        } finally {
            sleeper.destroy();
        }
    }

    /** In a container the next life has the same process id. */
    @Test
    void aMarkerWithTheOwnProcessIdIsOfAnEarlierLife() throws Exception {
        marker().set(OWN);
        marker().set(OWN);
        assertThat(keptOff()).isTrue();
    }

    @Test
    void deathsAreForgottenAfterAnHour() throws Exception {
        marker().set(DEAD);
        marker().set(DEAD);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 3_700_000));
            }
        }
        assertThat(keptOff()).isFalse();
        assertThat(files()).isZero();
    }
}
