package io.obsagent.profile.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashMarkerTest {
    /** Above the highest process id that Linux gives out. */
    private static final long DEAD = 4_194_999;
    private static final long OWN = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    @AfterEach
    void removeReports() throws Exception {
        Files.deleteIfExists(report(DEAD));
        Files.deleteIfExists(report(DEAD + 1));
    }

    private CrashMarker marker() {
        return new CrashMarker(folder, "shop");
    }

    private CrashMarker trial(long pid) throws Exception {
        CrashMarker marker = marker();
        marker.set(pid);
        return marker;
    }

    /** As the JVM would leave it in its working folder. */
    private static Path report(long pid) {
        return Path.of("hs_err_pid" + pid + ".log");
    }

    private boolean keptOff() throws Exception {
        return marker().tooManyCrashes(System.currentTimeMillis(), OWN) != null;
    }

    private long files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private void age(long millis) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - millis));
            }
        }
    }

    @Test
    void twoDeathsDuringTheTrialKeepTheProfilerOff() throws Exception {
        trial(DEAD);
        assertThat(keptOff()).isFalse();
        trial(DEAD + 1);
        assertThat(keptOff()).isTrue();
        assertThat(new CrashMarker(folder, "cart").tooManyCrashes(System.currentTimeMillis(), OWN)).isNull();
    }

    @Test
    void deathsAfterTheTrialWithoutReportAreKillsAndAreForgotten() throws Exception {
        trial(DEAD).passed();
        trial(DEAD + 1).passed();
        assertThat(keptOff()).isFalse();
        assertThat(files()).isZero();
    }

    @Test
    void twoReportsKeepTheProfilerOffThoughTheyAreRemoved() throws Exception {
        trial(DEAD).passed();
        Files.createFile(report(DEAD));
        assertThat(keptOff()).isFalse();
        Files.delete(report(DEAD));
        trial(DEAD + 1).passed();
        Files.createFile(report(DEAD + 1));
        assertThat(keptOff()).isTrue();
    }

    /** In a container each life has the same process id, and so the name of its report. */
    @Test
    void aReportOfAnEarlierLifeDoesNotCount() throws Exception {
        Files.createFile(report(DEAD));
        Files.setLastModifiedTime(report(DEAD), FileTime.fromMillis(System.currentTimeMillis() - 60_000));
        trial(DEAD).passed();
        trial(DEAD).passed();
        assertThat(keptOff()).isFalse();
    }

    @Test
    void oneThatSurvivesLeavesNothing() throws Exception {
        CrashMarker marker = trial(OWN);
        assertThat(files()).isEqualTo(1);
        marker.passed();
        assertThat(files()).isEqualTo(1);
        marker.clear();
        assertThat(files()).isZero();
    }

    /** Two JVMs of one service that have just been started are not dead. */
    @Test
    void livingProcessesDoNotCount() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            trial(sleeper.pid());
            trial(sleeper.pid());
            assertThat(keptOff()).isFalse();
            assertThat(files()).isEqualTo(2);
        } finally {
            sleeper.destroy();
        }
    }

    /** In a container the next life has the same process id. */
    @Test
    void aMarkerWithTheOwnProcessIdIsOfAnEarlierLife() throws Exception {
        trial(OWN);
        trial(OWN);
        assertThat(keptOff()).isTrue();
    }

    @Test
    void crashesAreForgottenAfterAnHour() throws Exception {
        trial(DEAD);
        trial(DEAD);
        age(3_700_000);
        assertThat(keptOff()).isFalse();
        assertThat(files()).isZero();
    }
}
