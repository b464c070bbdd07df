package io.obsagent.smoke.overhead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one application by agent, printed as medians and differences to no agent. */
final class StartUpTable {
    private final String application;
    private final Map<String, Map<String, List<Long>>> figures = new LinkedHashMap<>();

    StartUpTable(String application) {
        this.application = application;
    }

    static void printHeader() {
        System.out.printf("%-15s %-10s %16s %16s %16s %16s %14s %12s%n", "application", "agent", "wall ms", "cpu ms",
                "heap KiB", "rss KiB", "classes", "threads");
    }

    void add(String agent, Map<String, Long> run) {
        run.forEach((figure, value) -> figures.computeIfAbsent(agent, a -> new LinkedHashMap<>())
                .computeIfAbsent(figure, f -> new ArrayList<>()).add(value));
    }

    void print() {
        for (String agent : figures.keySet()) {
            System.out.printf("%-15s %-10s %16s %16s %16s %16s %14s %12s%n", application, agent, figure(agent, "wall"),
                    figure(agent, "cpu"), figure(agent, "heap"), figure(agent, "rss"), figure(agent, "classes"),
                    figure(agent, "threads"));
        }
    }

    private String figure(String agent, String name) {
        long median = median(figures.get(agent).get(name));
        long difference = median - median(figures.get("none").get(name));
        return agent.equals("none") ? Long.toString(median) : String.format(Locale.ROOT, "%d (%+d)", median, difference);
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }
}
