package io.obsagent.telemetry.http;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.LabelCap;
import io.obsagent.telemetry.SeriesTable;
import io.obsagent.telemetry.Telemetry;

/** What requests of the same method, route and outcome share: their duration series and their span name. Immutable. */
final class ServedSeries {
    final HistogramSeries duration;
    final String spanName;

    private ServedSeries(HistogramSeries duration, String spanName) {
        this.duration = duration;
        this.spanName = spanName;
    }

    /** All of them. Thread-safe. */
    static final class Table extends SeriesTable<ServedSeries> {
        /** More routes than any hand-written application has; a framework that makes routes up is folded. */
        private static final int MOST_ROUTES = 1000;

        private final Histogram durations;
        private final LabelCap routes = new LabelCap(MOST_ROUTES);

        Table(Telemetry telemetry) {
            super(2048);
            durations = telemetry.metrics().durations("http.server.request.duration",
                    "Duration of HTTP server requests.", HttpBuckets.seconds());
        }

        ServedSeries of(String method, String scheme, String version, String route, String status, String errorType) {
            return find(method, scheme, version, route, status, errorType);
        }

        @Override
        protected ServedSeries create(String method, String scheme, String version, String route, String status,
                String errorType) {
            Attributes attributes = Attributes.builder()
                    .put(HttpAttributes.METHOD, method)
                    .put(HttpAttributes.SCHEME, scheme)
                    .put(HttpAttributes.PROTOCOL_VERSION, version)
                    .put(HttpAttributes.ROUTE, routes.fold(route))
                    .put(HttpAttributes.STATUS_CODE, status == null ? null : Long.valueOf(status))
                    .put(HttpAttributes.ERROR_TYPE, errorType)
                    .build();
            String shown = HttpMethods.inName(method);
            return new ServedSeries(durations.series(attributes), route == null ? shown : shown + " " + route);
        }
    }
}
