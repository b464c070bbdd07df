package io.obsagent.smoke.demo;

import io.obsagent.smoke.otlp.MetricPoint;
import io.obsagent.smoke.otlp.Received;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often, how often in vain and how long: everything that was measured, one line for each operation of each service. */
final class RedTable {
    private static final List<String> METRICS = List.of("http.server.request.duration", "http.client.request.duration",
            "db.client.operation.duration", "messaging.client.operation.duration", "messaging.process.duration",
            "obs.messaging.queue.duration");

    private final Received received;

    RedTable(Received received) {
        this.received = received;
    }

    /** What one line adds up: all points of one operation, whatever their status. */
    private static final class Line {
        private long count;
        private long errors;
        private double seconds;

        private void add(MetricPoint point) {
            count += point.count();
            errors += point.attribute("error.type") == null ? 0 : point.count();
            seconds += point.sum();
        }
    }

    void print(PrintStream out) {
        out.println();
        out.printf("%-9s %-36s %-34s %6s %7s %9s%n", "service", "metric", "operation", "count", "errors", "mean");
        for (String metric : METRICS) {
            Map<String, Line> lines = new TreeMap<>(Comparator.naturalOrder());
            for (MetricPoint point : received.latest(metric)) {
                String key = String.format("%-9s %-36s %-34s", point.resource().get("service.name"), metric, operation(point));
                lines.computeIfAbsent(key, k -> new Line()).add(point);
            }
            lines.forEach((key, line) -> out.printf(Locale.ROOT, "%s %6d %7d %6.2f ms%n", key, line.count, line.errors,
                    line.count == 0 ? 0 : 1000 * line.seconds / line.count));
        }
    }

    private static String operation(MetricPoint point) {
        if (point.attribute("db.query.summary") != null) {
            return point.attribute("db.query.summary").toString();
        }
        if (point.attribute("messaging.operation.name") != null) {
            return point.attribute("messaging.operation.name") + " " + point.attribute("messaging.destination.name");
        }
        if (point.attribute("messaging.destination.name") != null) {
            return "wait in " + point.attribute("messaging.destination.name");
        }
        Object target = point.attribute("http.route") != null ? point.attribute("http.route") : point.attribute("server.address");
        return point.attribute("http.request.method") + " " + target;
    }
}
