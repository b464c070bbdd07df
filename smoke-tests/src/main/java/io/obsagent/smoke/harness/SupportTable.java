package io.obsagent.smoke.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The table of supported libraries in {@code docs/support.md}, made of what tests ran on, and the same in short in the
 * README. {@code write} puts them there; {@code check} prints the table and ends with 1 where the page does not say what
 * ran, or the README not what the page says.
 */
public final class SupportTable {
    private static final Path PAGE = Projects.root().resolve("docs/support.md");
    private static final Path README = Projects.root().resolve("README.md");
    private static final String BEGIN = "<!-- written by the tests: begin -->\n";
    private static final String END = "<!-- written by the tests: end -->\n";

    /** The packages of the suites, in the order of the page. */
    private static final Map<String, String> AREAS = Map.of("suite", "1 database", "http.server", "2 HTTP server",
            "http.client", "3 HTTP client", "messaging", "4 messaging", "context", "5 context");

    private SupportTable() {
    }

    /** {@code write} or {@code check}. */
    public static void main(String[] arguments) throws IOException {
        String table = markdown(TestedVersions.all());
        System.out.print(table);
        if (arguments[0].equals("write")) {
            write(PAGE, table);
            write(README, SupportSummary.markdown(table));
        } else if (!isSaid(table, written(PAGE)) | !isShort(written(PAGE), written(README))) {
            System.out.println("to write it: java -cp smoke-tests/target/classes " + SupportTable.class.getName() + " write");
            System.exit(1);
        }
    }

    private static String written(Path page) throws IOException {
        String text = Files.readString(page);
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    private static void write(Path page, String table) throws IOException {
        String text = Files.readString(page);
        Files.writeString(page, text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + table
                + text.substring(text.indexOf(END)));
    }

    private static boolean isShort(String table, String summary) {
        boolean same = SupportSummary.markdown(table).equals(summary);
        if (!same) {
            System.out.println("README.md does not say what docs/support.md says");
        }
        return same;
    }

    /** What a machine without some server or JDK cannot run is named; what ran and is not said is an error. */
    static boolean isSaid(String table, String page) {
        Set<String> ran = versionsOf(table);
        Set<String> said = versionsOf(page);
        said.stream().filter(version -> !ran.contains(version)).forEach(version -> System.out.println("not run here: " + version));
        List<String> unsaid = ran.stream().filter(version -> !said.contains(version)).toList();
        unsaid.forEach(version -> System.out.println("docs/support.md does not say: " + version));
        return unsaid.isEmpty();
    }

    /** Each library with each version. */
    private static Set<String> versionsOf(String table) {
        Set<String> versions = new LinkedHashSet<>();
        table.lines().skip(2).forEach(row -> {
            String[] cells = row.substring(2, row.length() - 2).split(" \\| ");
            for (String version : cells[3].split(", ")) {
                versions.add(cells[0] + ": " + cells[1] + " " + version);
            }
        });
        return versions;
    }

    /** A row for each library; a version with a failed test is left out. */
    static String markdown(List<String> notes) {
        Set<String> failed = new TreeSet<>();
        Map<String, Set<String>> versions = new TreeMap<>();
        for (String note : notes) {
            String[] field = note.split("\t");
            String library = AREAS.getOrDefault(field[0], "6 " + field[0]) + " | " + field[1] + " | `" + field[2] + "` | ";
            if (field[4].equals("failed")) {
                failed.add(library + field[3]);
            }
            versions.computeIfAbsent(library, key -> new TreeSet<>(SupportTable::compareVersions)).add(field[3]);
        }
        StringBuilder table = new StringBuilder("| area | library | artifact | tested versions |\n|---|---|---|---|\n");
        versions.forEach((library, all) -> {
            List<String> passed = new ArrayList<>(all);
            passed.removeIf(version -> failed.contains(library + version));
            if (!passed.isEmpty()) {
                table.append("| ").append(library.substring(2)).append(String.join(", ", passed)).append(" |\n");
            }
        });
        return table.toString();
    }

    static int compareVersions(String left, String right) {
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
