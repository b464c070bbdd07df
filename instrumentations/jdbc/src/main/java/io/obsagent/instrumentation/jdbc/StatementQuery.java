package io.obsagent.instrumentation.jdbc;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.HistogramSeries;

/**
 * What a statement runs: name, attributes and series, made once for a text and shared by all its executions.
 * Immutable but for its caches, thread-safe.
 */
class StatementQuery {
    private final DatabaseClient client;
    private final SqlQuery query;
    private final String name;
    private final Attributes spanAttributes;
    private final HistogramSeries series;

    /** @param query null when the text is not known */
    StatementQuery(DatabaseClient client, SqlQuery query) {
        this(client, query, query == null ? null : query.summary(), query == null ? null : query.text(),
                query == null ? null : query.storedProcedure());
    }

    StatementQuery(DatabaseClient client, SqlQuery query, String summary, String text, String storedProcedure) {
        this.client = client;
        this.query = query;
        this.name = summary == null ? client.target() : summary;
        Attributes.Builder attributes = client.spanAttributes().with()
                .put(DatabaseAttributes.SUMMARY, summary)
                .put(DatabaseAttributes.TEXT, text == null || text.isEmpty() ? null : text)
                .put(DatabaseAttributes.STORED_PROCEDURE, storedProcedure);
        if (client.oldNames()) {
            attributes.put(DatabaseAttributes.OLD_STATEMENT, text == null || text.isEmpty() ? null : text)
                    .put(DatabaseAttributes.OLD_OPERATION, query == null ? null : query.operation());
        }
        this.spanAttributes = attributes.build();
        this.series = client.durations().series(seriesAttributes(client, summary, storedProcedure).build());
    }

    private static Attributes.Builder seriesAttributes(DatabaseClient client, String summary, String storedProcedure) {
        return client.seriesAttributes().with()
                .put(DatabaseAttributes.SUMMARY, client.seriesSummary(summary))
                .put(DatabaseAttributes.STORED_PROCEDURE, client.seriesSummary(storedProcedure));
    }

    DatabaseClient client() {
        return client;
    }

    SqlQuery query() {
        return query;
    }

    String name() {
        return name;
    }

    Attributes spanAttributes() {
        return spanAttributes;
    }

    HistogramSeries series() {
        return series;
    }

    /** The series of this query's failures of one kind. */
    HistogramSeries failures(String statusCode, String errorType) {
        return client.durations().series(series.attributes().with()
                .put(DatabaseAttributes.STATUS_CODE, statusCode)
                .put(DatabaseAttributes.ERROR_TYPE, errorType)
                .build());
    }

    /** The batch that a statement is collecting; null for a statement that has none. */
    SqlBatch batch() {
        return null;
    }
}
