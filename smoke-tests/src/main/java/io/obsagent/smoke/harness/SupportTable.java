package io.obsagent.smoke.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The libraries that tests really ran on. Each test notes itself in {@code target/tested-libraries.tsv}; {@link #main}
 * prints the file as the table that the README carries.
 */
public final class SupportTable {
    private static final Path NOTES = Projects.smokeTests().resolve("target/tested-libraries.tsv");

    private static boolean started;

    private SupportTable() {
    }

    /** Notes that a test of a suite ended on a library. */
    public static synchronized void note(String name, Library library, String suite, boolean passed) {
        String line = String.join("\t", name, library.artifact(), library.version(), suite,
                passed ? "passed" : "failed");
        try {
            if (!started) {
                started = true;
                Files.createDirectories(NOTES.getParent());
                // What an earlier run tested says nothing about this build.
                Files.deleteIfExists(NOTES);
            }
            Files.writeString(NOTES, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints a Markdown table of what passed; a version with a failed test is left out. */
    public static void main(String[] arguments) throws IOException {
        System.out.print(markdown(Files.readAllLines(NOTES)));
    }

    static String markdown(List<String> notes) {
        Set<String> failed = new TreeSet<>();
        Map<String, Set<String>> versions = new TreeMap<>();
        for (String note : notes) {
            String[] field = note.split("\t");
            String library = "| " + field[0] + " | `" + field[1] + "` | ";
            if (field[4].equals("failed")) {
                failed.add(library + field[2]);
            }
            versions.computeIfAbsent(library, key -> new TreeSet<>(SupportTable::compareVersions)).add(field[2]);
        }
        StringBuilder table = new StringBuilder("| library | artifact | tested versions |\n|---|---|---|\n");
        versions.forEach((library, all) -> {
            List<String> passed = new ArrayList<>(all);
            passed.removeIf(version -> failed.contains(library + version));
            if (!passed.isEmpty()) {
                table.append(library).append(String.join(", ", passed)).append(" |\n");
            }
        });
        return table.toString();
    }

    private static int compareVersions(String left, String right) {
        String[] a = left.split("[.-]");
        String[] b = right.split("[.-]");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            boolean numbers = a[i].matches("\\d{1,9}") && b[i].matches("\\d{1,9}");
            int order = numbers ? Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]))
                    : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }
}
