package io.obsagent.smoke.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of supported libraries in short, for the README: a row an area, from the oldest to the newest version. */
final class SupportSummary {
    private static final int AREA = 1;
    private static final int LIBRARY = 2;
    private static final int VERSIONS = 4;

    private SupportSummary() {
    }

    /** @param table rows of area, library, artifact and versions, with a head of two lines */
    static String markdown(String table) {
        Map<String, Map<String, List<String>>> areas = new LinkedHashMap<>();
        table.lines().skip(2).map(row -> row.split(" *\\| *")).forEach(cells -> areas
                .computeIfAbsent(cells[AREA], area -> new LinkedHashMap<>())
                .computeIfAbsent(cells[LIBRARY], library -> new ArrayList<>())
                .addAll(List.of(cells[VERSIONS].split(", "))));
        StringBuilder summary = new StringBuilder("| area | libraries, from the oldest to the newest version tested |\n|---|---|\n");
        areas.forEach((area, libraries) -> {
            List<String> ranges = new ArrayList<>();
            libraries.forEach((library, versions) -> ranges.add(library + " " + range(versions)));
            summary.append("| ").append(area).append(" | ").append(String.join("; ", ranges)).append(" |\n");
        });
        return summary.toString();
    }

    private static String range(List<String> versions) {
        versions.sort(SupportTable::compareVersions);
        String oldest = numbers(versions.get(0));
        String newest = numbers(versions.get(versions.size() - 1));
        return oldest.equals(newest) ? oldest : oldest + "–" + newest;
    }

    /** Without {@code .Final}, {@code -jre} and the like. */
    private static String numbers(String version) {
        return version.replaceFirst("[.-][A-Za-z].*", "");
    }
}
