package io.obsagent.profile.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where files may be put for a moment: the folder of the setting, else the usual ones. Containers have read-only roots
 * and {@code noexec} temporary folders, so one place is never enough. Files are created unguessable and readable by
 * the owner alone, and are deleted as soon as they are open.
 */
final class Folders {
    private final List<Path> candidates = new ArrayList<>();
    private final boolean ignored;

    /** @param configured the folder of the setting, or null; it is tried first */
    Folders(String configured) {
        Set<String> names = new LinkedHashSet<>();
        names.add(configured);
        names.add(System.getProperty("java.io.tmpdir"));
        names.add("/var/tmp");
        names.add("/dev/shm");
        names.add(System.getProperty("user.home"));
        names.add(System.getProperty("user.dir"));
        names.remove(null);
        ignored = configured != null && !takesFiles(configured);
        for (String name : names) {
            if (takesFiles(name)) {
                candidates.add(Paths.get(name).toAbsolutePath());
            }
        }
    }

    private static boolean takesFiles(String name) {
        try {
            return Files.isDirectory(Paths.get(name)) && Files.isWritable(Paths.get(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether the folder of the setting is not there or takes no files. */
    boolean configuredIsIgnored() {
        return ignored;
    }

    /** In the order of preference; those that take files. */
    List<Path> candidates() {
        return candidates;
    }

    /** An empty file in the first folder that takes one. */
    Path create(String suffix) throws IOException {
        StringBuilder reasons = new StringBuilder();
        for (Path folder : candidates) {
            try {
                return Files.createTempFile(folder, "obs-agent-", suffix);
            } catch (IOException | RuntimeException e) {
                reasons.append(reasons.length() == 0 ? "" : "; ").append(folder).append(": ").append(e.getClass().getSimpleName());
            }
        }
        throw new IOException("no folder can be written to (" + reasons + "); name one by obs.profile.dir");
    }

    /** A copy of the resource in this folder; the caller deletes it. */
    static Path copy(Path folder, InputStream resource, String suffix) throws IOException {
        Path file = Files.createTempFile(folder, "obs-agent-", suffix);
        try {
            Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
