package io.obsagent.tools.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The mount table of a process: which options hold for a folder. */
final class Mounts {
    private final List<String> lines;

    private Mounts(List<String> lines) {
        this.lines = lines;
    }

    static Mounts read(Path table) throws IOException {
        return new Mounts(Files.readAllLines(table));
    }

    /** Whether the mount that holds this folder has the option, such as {@code noexec} or {@code ro}. */
    boolean has(String folder, String option) {
        String longest = "";
        String options = "";
        for (String line : lines) {
            String[] fields = line.split(" ");
            if (fields.length > 3 && holds(fields[1], folder) && fields[1].length() >= longest.length()) {
                longest = fields[1];
                options = fields[3];
            }
        }
        return Arrays.asList(options.split(",")).contains(option);
    }

    private static boolean holds(String mount, String folder) {
        return mount.equals("/") || folder.equals(mount) || folder.startsWith(mount + "/");
    }
}
