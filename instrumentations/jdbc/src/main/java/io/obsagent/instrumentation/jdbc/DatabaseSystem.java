package io.obsagent.instrumentation.jdbc;

/**
 * Which database product a JDBC URL scheme stands for, in the words of {@code db.system.name}: a well-known value
 * where semantic conventions 1.44 list one, else the product's name in lower case.
 */
final class DatabaseSystem {
    static final String OTHER_SQL = "other_sql";
    static final String SQL_SERVER = "microsoft.sql_server";

    private DatabaseSystem() {}

    /** The system of a lower-case scheme ({@code postgresql} of {@code jdbc:postgresql:}). */
    static String ofScheme(String scheme) {
        switch (scheme) {
            case "postgresql": case "postgres": case "pgsql": case "edb": case "postgis": case "pgvector":
            case "timescaledb": return "postgresql";
            case "mysql": case "mysql+srv": return "mysql";
            case "mariadb": return "mariadb";
            case "oracle": return "oracle.db";
            case "sqlserver": case "microsoft": return SQL_SERVER;
            case "db2": case "db2os390": case "db2os390sqlj": case "ibmdb": case "as400": case "db2iseries":
                return "ibm.db2";
            case "h2": return "h2database";
            case "sap": return "sap.hana";
            case "sapdb": return "sap.maxdb";
            case "clickhouse": case "ch": return "clickhouse";
            case "redshift": return "aws.redshift";
            case "firebirdsql": case "firebird": case "interbase": return "firebirdsql";
            case "informix-sqli": case "informix-direct": case "informix": case "ids": return "ibm.informix";
            case "netezza": return "ibm.netezza";
            case "hive2": case "hive": return "hive";
            case "cloudspanner": return "gcp.spanner";
            case "cache": return "intersystems.cache";
            case "iris": return "intersystems.iris";
            case "ingres": case "edbc": return "actian.ingres";
            case "es": case "elasticsearch": return "elasticsearch";
            case "cockroachdb": case "cockroach": return "cockroachdb";
            case "sybase": return "sybase";
            case "exa": return "exasol";
            case "dm": return "dameng";
            case "kingbase8": case "kingbase": return "kingbase";
            case "taos": case "taos-rs": case "taos-ws": return "tdengine";
            case "cassandra": case "databricks": case "derby": case "duckdb": case "hsqldb": case "instantdb":
            case "mongodb": case "neo4j": case "opensearch": case "sqlite": case "teradata": case "trino":
            case "presto": case "snowflake": case "vertica": case "yugabytedb": case "opengauss": case "gaussdb":
            case "greenplum": case "singlestore": case "oceanbase": case "impala": case "spark": case "phoenix":
            case "bigquery": case "ignite": case "cubrid": case "monetdb": case "sqlanywhere": case "couchbase":
            case "pinot": case "openedge": case "mimer":
                return scheme;
            default: return OTHER_SQL;
        }
    }

    /** The port a server of that system listens on unless told otherwise, or -1 where there is no such port. */
    static int defaultPort(String systemName) {
        switch (systemName) {
            case "postgresql": case "opengauss": case "greenplum": return 5432;
            case "mysql": case "mariadb": case "singlestore": return 3306;
            case SQL_SERVER: return 1433;
            case "oracle.db": return 1521;
            case "ibm.db2": case "monetdb": return 50000;
            case "derby": return 1527;
            case "clickhouse": return 8123;
            case "h2database": return 9092;
            case "hsqldb": return 9001;
            case "trino": case "presto": return 8080;
            case "firebirdsql": return 3050;
            case "aws.redshift": return 5439;
            case "ibm.informix": return 9088;
            case "ibm.netezza": return 5480;
            case "sybase": return 5000;
            case "snowflake": case "databricks": case "bigquery": return 443;
            case "teradata": return 1025;
            case "vertica": case "yugabytedb": return 5433;
            case "cockroachdb": return 26257;
            case "hive": return 10000;
            case "impala": return 21050;
            case "phoenix": return 2181;
            case "ignite": return 10800;
            case "cassandra": return 9042;
            case "mongodb": return 27017;
            case "neo4j": return 7687;
            case "elasticsearch": case "opensearch": return 9200;
            case "exasol": return 8563;
            case "oceanbase": return 2881;
            case "cubrid": return 33000;
            case "dameng": return 5236;
            case "kingbase": return 54321;
            case "tdengine": return 6041;
            case "intersystems.cache": case "intersystems.iris": return 1972;
            case "sqlanywhere": return 2638;
            default: return -1;
        }
    }
}
