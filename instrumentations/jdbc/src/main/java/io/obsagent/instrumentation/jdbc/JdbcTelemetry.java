package io.obsagent.instrumentation.jdbc;

import io.obsagent.config.SemconvSettings;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.pool.ConnectionPools;
import io.obsagent.telemetry.pool.Opening;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.PooledConnection;

/**
 * What the handlers share: which database a connection leads to, which query a statement holds.
 *
 * <p>Only connections that a driver opened are known here, so statements of pools and wrappers are not, and a call
 * through any number of wrappers is measured once, at the driver. Nothing is ever asked of a connection. Thread-safe.
 */
final class JdbcTelemetry {
    private static final double[] DURATION_BOUNDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};

    private final Telemetry telemetry;
    private final SemconvSettings semconv;
    private final Fetches fetches;
    private final Histogram durations;
    private final ConnectionPools pools;
    private final WeakTable<Connection, DatabaseClient> connections = new WeakTable<>();
    private final WeakTable<PooledConnection, DatabaseClient> pooled = new WeakTable<>();
    private final WeakTable<Statement, StatementQuery> statements = new WeakTable<>();
    private final ConcurrentHashMap<String, DatabaseClient> clients = new ConcurrentHashMap<>();

    JdbcTelemetry(Telemetry telemetry, SemconvSettings semconv, Fetches fetches, ConnectionPools pools) {
        this.fetches = fetches;
        this.pools = pools;
        this.telemetry = telemetry;
        this.semconv = semconv;
        durations = telemetry.metrics().durations("db.client.operation.duration",
                "Duration of database client operations.", DURATION_BOUNDS);
    }

    Telemetry telemetry() {
        return telemetry;
    }

    Fetches fetches() {
        return fetches;
    }

    /** What this thread opens a connection for; null for no pool. */
    Opening opening() {
        return pools.opening();
    }

    /** The client of a database; one for all connections to it. */
    DatabaseClient client(Database database) {
        String identity = database.toString();
        DatabaseClient known = clients.get(identity);
        if (known != null) {
            return known;
        }
        DatabaseClient fresh = new DatabaseClient(database, durations, pools, semconv.oldDatabaseToo);
        DatabaseClient raced = clients.putIfAbsent(identity, fresh);
        return raced == null ? fresh : raced;
    }

    void opened(Connection connection, DatabaseClient client) {
        connections.put(connection, client);
    }

    boolean isKnown(Connection connection) {
        return connections.get(connection) != null;
    }

    /** Null for connections of pools and wrappers. */
    DatabaseClient clientOf(Connection connection) {
        DatabaseClient known = connections.get(connection);
        if (known == null) {
            Database database = DriverClasses.databaseOf(connection);
            if (database == null) {
                return null;
            }
            known = client(database);
            connections.put(connection, known);
        }
        return known;
    }

    void leadsTo(PooledConnection connection, DatabaseClient client) {
        pooled.put(connection, client);
    }

    /** Null where the source of the connection told no URL. */
    DatabaseClient clientOf(PooledConnection connection) {
        return pooled.get(connection);
    }

    void holds(Statement statement, StatementQuery query) {
        statements.put(statement, query);
    }

    /** Null for statements of pools and wrappers. */
    StatementQuery queryOf(Statement statement) {
        StatementQuery known = statements.get(statement);
        if (known == null) {
            Database database = DriverClasses.databaseOf(statement);
            if (database == null) {
                return null;
            }
            known = client(database).withoutText();
            statements.put(statement, known);
        }
        return known;
    }

    void closed(Statement statement) {
        statements.remove(statement);
    }

    void closed(Connection connection) {
        connections.remove(connection);
    }
}
