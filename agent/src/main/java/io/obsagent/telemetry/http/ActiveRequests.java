package io.obsagent.telemetry.http;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Counter;
import io.obsagent.telemetry.CounterSeries;
import io.obsagent.telemetry.SeriesTable;
import io.obsagent.telemetry.Telemetry;

/** {@code http.server.active_requests} by method and scheme. Thread-safe. */
final class ActiveRequests extends SeriesTable<CounterSeries> {
    private final Counter counter;

    ActiveRequests(Telemetry telemetry) {
        super(64);
        counter = telemetry.metrics().upDownCounter("http.server.active_requests", "{request}",
                "Number of active HTTP server requests.");
    }

    void add(String method, String scheme, long delta) {
        find(method, scheme, null, null, null, null).add(delta);
    }

    @Override
    protected CounterSeries create(String method, String scheme, String c, String d, String e, String f) {
        return counter.series(Attributes.builder()
                .put(HttpAttributes.METHOD, method).put(HttpAttributes.SCHEME, scheme).build());
    }
}
