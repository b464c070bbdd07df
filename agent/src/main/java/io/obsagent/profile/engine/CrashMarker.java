package io.obsagent.profile.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;

/**
 * Keeps the profiler off after two JVMs of this service have crashed soon after its start, by a file that says how far a
 * JVM has come. A process that is gone during the trial (library, start, first samples, first chunk: less than a second)
 * counts as crashed. For the rest of the first minute it counts only if it left a crash report, for a kill is no fault of
 * the profiler.
 *
 * <p>Thread-safe without locks: the end of the JVM must not wait for a start that hangs.
 */
final class CrashMarker {
    private static final String PREFIX = "obs-agent-profiler-";
    private static final String TRIAL = ".trial";
    private static final String RUNNING = ".running";
    private static final String CRASHED = ".crashed";
    private static final int MOST_CRASHES = 2;
    private static final long REMEMBERED_MILLIS = 3_600_000;

    private final Path folder;
    private final String service;
    private volatile Path file;
    private volatile boolean over;

    /** @param service what the JVMs of one service have in common */
    CrashMarker(Path folder, String service) {
        this.folder = folder;
        this.service = Integer.toHexString(service.hashCode());
    }

    /** What a crashed process left, when there were too many of them lately; else null. To be called before {@link #set}. */
    Path tooManyCrashes(long nowMillis, long ownPid) throws IOException {
        int crashes = 0;
        Path last = null;
        try (DirectoryStream<Path> markers = Files.newDirectoryStream(folder, PREFIX + service + "-*")) {
            for (Path marker : markers) {
                boolean old = nowMillis - Files.getLastModifiedTime(marker).toMillis() > REMEMBERED_MILLIS;
                if (!old && isAlive(pid(marker), ownPid)) {
                    continue;
                }
                if (!old && crashed(marker)) {
                    crashes++;
                    last = marker;
                } else {
                    Files.deleteIfExists(marker);
                }
            }
        }
        return crashes >= MOST_CRASHES ? last : null;
    }

    private static boolean crashed(Path marker) throws IOException {
        if (!marker.toString().endsWith(RUNNING)) {
            return true;
        }
        FileTime since = Files.getLastModifiedTime(marker);
        for (String report : Files.readAllLines(marker, StandardCharsets.UTF_8)) {
            if (isYounger(report, since)) {
                // The report may be gone at the next start.
                Files.move(marker, renamed(marker, RUNNING, CRASHED));
                return true;
            }
        }
        return false;
    }

    private static boolean isYounger(String report, FileTime time) {
        try {
            return Files.getLastModifiedTime(Paths.get(report)).compareTo(time) >= 0;
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** The trial begins. */
    void set(long ownPid) throws IOException {
        file = Files.createTempFile(folder, PREFIX + service + '-' + ownPid + '-', TRIAL);
        Files.write(file, CrashReports.places(ownPid), StandardCharsets.UTF_8);
        if (over) {
            clear();
        }
    }

    /** The trial is over. */
    void passed() {
        Path trial = file;
        if (trial == null) {
            return;
        }
        try {
            file = Files.move(trial, renamed(trial, TRIAL, RUNNING));
        } catch (IOException e) {
            clear();
        }
    }

    /** The process has survived, or ends in good order. */
    void clear() {
        over = true;
        Path left = file;
        if (left == null) {
            return;
        }
        try {
            Files.deleteIfExists(left);
            file = null;
        } catch (IOException e) {
            // Counts as one crash at most, and is forgotten after an hour.
            return;
        }
    }

    private static Path renamed(Path marker, String from, String to) {
        String name = marker.getFileName().toString();
        return marker.resolveSibling(name.substring(0, name.length() - from.length()) + to);
    }

    /** In a container the next life often has the same process id: that marker is not this process's. */
    private static boolean isAlive(long pid, long ownPid) {
        return pid != ownPid && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private long pid(Path marker) {
        String name = marker.getFileName().toString();
        int start = PREFIX.length() + service.length() + 1;
        try {
            return Long.parseLong(name.substring(start, name.indexOf('-', start)));
        } catch (RuntimeException e) {
            return -1;
        }
    }
}
