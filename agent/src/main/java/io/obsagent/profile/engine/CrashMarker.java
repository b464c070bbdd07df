package io.obsagent.profile.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the profiler off after two JVMs of this service have died within their first minute with it. A file that is
 * there from before the start until a minute has passed, or until a clean end, is a death when its process is gone.
 */
final class CrashMarker {
    private static final String PREFIX = "obs-agent-profiler-";
    private static final int MOST_DEATHS = 2;
    private static final long REMEMBERED_MILLIS = 3_600_000;

    private final Path folder;
    private final String service;
    private Path file;

    /** @param service what the JVMs of one service have in common */
    CrashMarker(Path folder, String service) {
        this.folder = folder;
        this.service = Integer.toHexString(service.hashCode());
    }

    /** A marker left by a process that died early, when there were too many of them lately; else null. */
    Path tooManyDeaths(long nowMillis, long ownPid) throws IOException {
        int deaths = 0;
        Path last = null;
        try (DirectoryStream<Path> markers = Files.newDirectoryStream(folder, PREFIX + service + "-*")) {
            for (Path marker : markers) {
                if (nowMillis - Files.getLastModifiedTime(marker).toMillis() > REMEMBERED_MILLIS) {
                    Files.deleteIfExists(marker);
                } else if (!isAlive(pid(marker), ownPid)) {
                    deaths++;
                    last = marker;
                }
            }
        }
        return deaths >= MOST_DEATHS ? last : null;
    }

    void set(long ownPid) throws IOException {
        file = Files.createTempFile(folder, PREFIX + service + '-' + ownPid + '-', ".start");
        Files.write(file, "The profiler of obs-agent was started; this file goes after one minute.\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** The process has survived, or ends in good order. */
    void clear() {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
            file = null;
        } catch (IOException e) {
            // Counts as one death at most, and is forgotten after an hour.
            return;
        }
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
