package io.obsagent.smoke.otlp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Metric points in the order of arrival, with the newest of each series at hand. Guarded by its owner. */
final class MetricStore {
    private final List<MetricPoint> all = new ArrayList<>();
    private final Map<MetricPoint.Stream, MetricPoint> newest = new LinkedHashMap<>();

    void add(MetricPoint point) {
        all.add(point);
        if (!point.isDelta()) {
            newest.merge(point.stream(), point, (old, now) -> now.timeNanos() >= old.timeNanos() ? now : old);
        }
    }

    List<MetricPoint> all() {
        return List.copyOf(all);
    }

    List<MetricPoint> latest(String metric) {
        List<MetricPoint> found = new ArrayList<>();
        for (MetricPoint point : newest.values()) {
            if (point.name().equals(metric)) {
                found.add(point);
            }
        }
        for (MetricPoint point : all) {
            if (point.isDelta() && point.name().equals(metric)) {
                found.add(point);
            }
        }
        return found;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        all.forEach(point -> names.add(point.name()));
        return names;
    }
}
