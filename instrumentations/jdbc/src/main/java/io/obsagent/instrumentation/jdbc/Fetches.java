package io.obsagent.instrumentation.jdbc;

import io.obsagent.config.AgentSettings;
import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.WeakTable;
import java.sql.ResultSet;

/**
 * How many rows results have and how long fetching them takes, on request only: it costs a call for each row. Results
 * of {@code executeQuery}, from the query's answer until the last row was read or the result was closed. Thread-safe.
 */
final class Fetches {
    static final String OPTION = "rows";

    private static final double[] ROW_BOUNDS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000};
    private static final double[] TIME_BOUNDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};

    private final boolean wanted;
    private final Telemetry telemetry;
    private final WeakTable<ResultSet, Fetch> open = new WeakTable<>();

    Fetches(AgentSettings settings, Telemetry telemetry) {
        this.wanted = settings.instruments("jdbc." + OPTION);
        this.telemetry = telemetry;
    }

    /** One result being read; by one thread at a time, as the result itself. */
    private static final class Fetch {
        final Attributes attributes;
        final long since = System.nanoTime();
        long rows;

        Fetch(Attributes attributes) {
            this.attributes = attributes;
        }
    }

    void began(Object result, StatementQuery query) {
        if (wanted && result instanceof ResultSet) {
            open.put((ResultSet) result, new Fetch(query.series().attributes()));
        }
    }

    void row(ResultSet result) {
        Fetch fetch = open.get(result);
        if (fetch != null) {
            fetch.rows++;
        }
    }

    void ended(ResultSet result) {
        Fetch fetch = open.remove(result);
        if (fetch != null) {
            series(telemetry.metrics().amounts("db.client.response.returned_rows", "{row}",
                    "The actual number of records returned by the database operation.", ROW_BOUNDS), fetch).record(fetch.rows);
            series(telemetry.metrics().durations("obs.db.client.fetch.duration",
                    "Time from the answer of a query until its last row was read or its result closed.", TIME_BOUNDS), fetch)
                    .record(System.nanoTime() - fetch.since);
        }
    }

    private static HistogramSeries series(Histogram histogram, Fetch fetch) {
        return histogram.series(fetch.attributes);
    }
}
