package io.obsagent.tools.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether one of the folders that the profiler tries takes its native library: writable, and not mounted noexec. The
 * order is the profiler's own.
 */
final class FolderCheck implements Check {
    private static final String SUBJECT = "folders";
    private static final int OTHERS_WRITE = 0002;
    private static final int OWNER_WRITE = 0200;

    @Override
    public void run(Target target, Report report) throws IOException {
        if (!target.runs() || !Files.isReadable(target.mounts)) {
            report.unknown(SUBJECT, "which are writable shows only in a running container (--pid)");
            return;
        }
        Mounts mounts = Mounts.read(target.mounts);
        StringBuilder reasons = new StringBuilder();
        for (String folder : candidates(target)) {
            String reason = reason(target, mounts, folder);
            if (reason == null) {
                report.ok(SUBJECT, folder + " is writable and may hold a native library");
                return;
            }
            reasons.append(reasons.length() == 0 ? "" : ", ").append(folder).append(' ').append(reason);
        }
        report.warning(SUBJECT, "none takes the profiler's native library (" + reasons + "): profiles fall back to JFR",
                "mount an emptyDir or tmpfs without noexec and name it by OBS_PROFILE_DIR");
    }

    private static Set<String> candidates(Target target) {
        Map<String, String> environment = target.environment;
        Set<String> folders = new LinkedHashSet<>();
        add(folders, environment.get("OBS_PROFILE_DIR"));
        String temporary = target.options.property("java.io.tmpdir");
        add(folders, temporary == null ? "/tmp" : temporary);
        add(folders, "/var/tmp");
        add(folders, "/dev/shm");
        add(folders, environment.get("HOME"));
        return folders;
    }

    private static void add(Set<String> folders, String folder) {
        if (folder != null && folder.startsWith("/")) {
            folders.add(folder);
        }
    }

    private static String reason(Target target, Mounts mounts, String folder) throws IOException {
        Path path = target.root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return "does not exist";
        }
        String inside = target.root.inside(path);
        if (mounts.has(inside, "ro") || !writable(target, path)) {
            return "is not writable";
        }
        return mounts.has(inside, "noexec") ? "is noexec" : null;
    }

    /** By owner and mode: the doctor may run as another user than the application. Groups are left out of it. */
    private static boolean writable(Target target, Path folder) throws IOException {
        try {
            int mode = (Integer) Files.getAttribute(folder, "unix:mode");
            boolean owned = Files.getAttribute(folder, "unix:uid").equals(target.user);
            return target.user == 0 || (mode & OTHERS_WRITE) != 0 || owned && (mode & OWNER_WRITE) != 0;
        } catch (UnsupportedOperationException | IllegalArgumentException noUnix) {
            return Files.isWritable(folder);
        }
    }
}
