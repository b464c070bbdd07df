package io.obsagent.instrumentation.jdbc;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.pool.ConnectionPools;

/**
 * One database as a client sees it: its attributes, the queries seen, each analysed once and with its series interned.
 * Thread-safe.
 */
final class DatabaseClient {
    private final Database database;
    private final SqlDialect dialect;
    private final Histogram durations;
    private final ConnectionPools pools;
    private final boolean oldNames;
    private final SummaryCap summaries = new SummaryCap();
    private final QueryCache queries = new QueryCache();
    private final Attributes seriesAttributes;
    private final Attributes spanAttributes;
    private final StatementQuery withoutText;

    DatabaseClient(Database database, Histogram durations, ConnectionPools pools, boolean oldNames) {
        this.database = database;
        this.dialect = SqlDialect.ofSystem(database.systemName());
        this.durations = durations;
        this.pools = pools;
        this.oldNames = oldNames;
        this.seriesAttributes = seriesAttributes(database);
        this.spanAttributes = oldNames ? withOldNames(seriesAttributes, database) : seriesAttributes;
        this.withoutText = new StatementQuery(this, null);
    }

    private static Attributes seriesAttributes(Database database) {
        Attributes.Builder attributes = Attributes.builder()
                .put(DatabaseAttributes.SYSTEM, database.systemName())
                .put(DatabaseAttributes.NAMESPACE, database.namespace())
                .put(DatabaseAttributes.SERVER_ADDRESS, database.serverAddress());
        if (database.serverAddress() != null && database.serverPort() > 0) {
            attributes.put(DatabaseAttributes.SERVER_PORT, (long) database.serverPort());
        }
        return attributes.build();
    }

    private static Attributes withOldNames(Attributes stable, Database database) {
        return stable.with()
                .put(DatabaseAttributes.OLD_SYSTEM, DatabaseAttributes.oldSystem(database.systemName()))
                .put(DatabaseAttributes.OLD_NAME, database.namespace())
                .build();
    }

    Database database() {
        return database;
    }

    Histogram durations() {
        return durations;
    }

    Attributes seriesAttributes() {
        return seriesAttributes;
    }

    Attributes spanAttributes() {
        return spanAttributes;
    }

    boolean oldNames() {
        return oldNames;
    }

    /** The summary as a metric may carry it. */
    String seriesSummary(String summary) {
        return summaries.fold(summary);
    }

    /** What a statement runs whose text is not known, or not yet. */
    StatementQuery withoutText() {
        return withoutText;
    }

    /** The analysis of a text; made once as long as the text is in use. */
    StatementQuery query(String sql) {
        if (sql == null) {
            return withoutText;
        }
        StatementQuery known = queries.get(sql);
        if (known == null) {
            known = new StatementQuery(this, SqlQuery.analyze(sql, dialect));
            queries.put(sql, known);
        }
        return known;
    }

    /** What spans are named after when there is no summary. */
    String target() {
        if (database.namespace() != null) {
            return database.namespace();
        }
        if (database.serverAddress() != null) {
            return database.port() > 0 ? database.serverAddress() + ":" + database.port() : database.serverAddress();
        }
        return database.systemName();
    }

    /** Where the time to open connections is recorded that no pool asks for: under the name that a pool without one is given. */
    HistogramSeries createTime() {
        StringBuilder pool = new StringBuilder();
        if (database.serverAddress() != null) {
            pool.append(database.serverAddress());
            if (database.port() > 0) {
                pool.append(':').append(database.port());
            }
        }
        if (database.namespace() != null) {
            pool.append(pool.length() > 0 ? "/" : "").append(database.namespace());
        }
        String name = pool.length() == 0 ? database.systemName() : pool.toString();
        return pools.createTime(name);
    }
}
