package io.obsagent.telemetry.http;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.SeriesTable;

/** The duration series of one origin by method, status, protocol version and error type. Thread-safe. */
final class ClientSeries extends SeriesTable<HistogramSeries> {
    /** Few of the combinations ever happen at one origin; small because there may be a thousand of these tables. */
    private static final int CAPACITY = 32;

    private final Histogram durations;
    private final Attributes origin;

    ClientSeries(Histogram durations, Attributes origin) {
        super(CAPACITY);
        this.durations = durations;
        this.origin = origin;
    }

    @Override
    protected HistogramSeries create(String method, String status, String protocol, String error, String e, String f) {
        Attributes.Builder labels = origin.with().put(HttpAttributes.METHOD, method);
        if (status != null) {
            labels.put(HttpAttributes.STATUS_CODE, Long.parseLong(status));
        }
        labels.put(HttpAttributes.PROTOCOL_VERSION, protocol).put(HttpAttributes.ERROR_TYPE, error);
        return durations.series(labels.build());
    }
}
