package io.obsagent.instrumentation.jdbc;

/**
 * How a database product writes literals, quoted identifiers and comments, as far as it matters for telling them
 * apart. Where a product is unknown, or a setting of the server decides, the reading that hides more is chosen:
 * {@link #MAYBE_BACKSLASH}, {@link #MAYBE_HASH_COMMENT} and {@link #MAYBE_NESTED} end the text at the first place
 * where two readings part.
 *
 * <p>Immutable and thread-safe.
 */
final class SqlDialect {
    /** A backslash in a string escapes the next character. */
    static final int BACKSLASH = 1;
    /** As above, but depending on a setting. */
    static final int MAYBE_BACKSLASH = 1 << 1;
    /** {@code "x"} is a string. */
    static final int DOUBLE_QUOTED_STRING = 1 << 2;
    /** {@code "x"} is an identifier where a table's name must stand, and may be a string elsewhere. */
    static final int MAYBE_DOUBLE_QUOTED_STRING = 1 << 3;
    /** {@code [x]} is an identifier. */
    static final int BRACKETS = 1 << 4;
    static final int HASH_COMMENT = 1 << 5;
    static final int MAYBE_HASH_COMMENT = 1 << 6;
    /** {@code #} may be a part of an identifier. */
    static final int HASH_IDENTIFIER = 1 << 7;
    /** {@code //} begins a comment. */
    static final int SLASH_COMMENT = 1 << 8;
    /** Comments nest. */
    static final int NESTED = 1 << 9;
    static final int MAYBE_NESTED = 1 << 10;
    /** {@code $tag$..$tag$} is a string. */
    static final int DOLLAR_QUOTE = 1 << 11;
    /** {@code q'[..]'} is a string. */
    static final int Q_QUOTE = 1 << 12;
    /** {@code --} begins a comment only in front of white space. */
    static final int DASHES_NEED_SPACE = 1 << 13;
    /** {@code $1.50} is a number. */
    static final int MONEY = 1 << 14;
    /** Three quotes begin a string that ends with three. */
    static final int TRIPLE_QUOTE = 1 << 15;
    /** {@code E'..'} has backslash escapes. */
    static final int E_STRING = 1 << 16;
    /** {@code /&#42;!..} is run by the server. */
    static final int EXECUTABLE_COMMENT = 1 << 17;
    /** {@code EXEC proc word} passes the word as a string. */
    static final int BARE_ARGUMENTS = 1 << 18;

    /** For a product that is not known. */
    static final SqlDialect UNKNOWN = new SqlDialect(MAYBE_BACKSLASH | MAYBE_DOUBLE_QUOTED_STRING
            | MAYBE_HASH_COMMENT | MAYBE_NESTED | DOLLAR_QUOTE | Q_QUOTE | E_STRING | EXECUTABLE_COMMENT);

    private static final SqlDialect STANDARD = new SqlDialect(MAYBE_NESTED);
    private static final SqlDialect POSTGRESQL = new SqlDialect(NESTED | DOLLAR_QUOTE | E_STRING);
    private static final SqlDialect REDSHIFT =
            new SqlDialect(NESTED | DOLLAR_QUOTE | E_STRING | MAYBE_BACKSLASH);
    private static final SqlDialect MYSQL = new SqlDialect(
            BACKSLASH | DOUBLE_QUOTED_STRING | HASH_COMMENT | DASHES_NEED_SPACE | EXECUTABLE_COMMENT);
    private static final SqlDialect SQL_SERVER =
            new SqlDialect(BRACKETS | HASH_IDENTIFIER | NESTED | MONEY | BARE_ARGUMENTS);
    private static final SqlDialect SYBASE = new SqlDialect(
            BRACKETS | HASH_IDENTIFIER | MAYBE_NESTED | MONEY | BARE_ARGUMENTS | MAYBE_DOUBLE_QUOTED_STRING);
    private static final SqlDialect ORACLE = new SqlDialect(HASH_IDENTIFIER | Q_QUOTE);
    private static final SqlDialect DB2 = new SqlDialect(HASH_IDENTIFIER | NESTED);
    private static final SqlDialect H2 = new SqlDialect(NESTED | DOLLAR_QUOTE);
    private static final SqlDialect SQLITE = new SqlDialect(BRACKETS | MAYBE_DOUBLE_QUOTED_STRING);
    private static final SqlDialect FIREBIRD = new SqlDialect(Q_QUOTE);
    private static final SqlDialect INFORMIX = new SqlDialect(MAYBE_DOUBLE_QUOTED_STRING | MAYBE_NESTED);
    private static final SqlDialect SNOWFLAKE =
            new SqlDialect(BACKSLASH | DOLLAR_QUOTE | SLASH_COMMENT | MAYBE_NESTED);
    private static final SqlDialect CLICKHOUSE =
            new SqlDialect(BACKSLASH | DOLLAR_QUOTE | MAYBE_HASH_COMMENT | MAYBE_NESTED);
    private static final SqlDialect HIVE = new SqlDialect(BACKSLASH | DOUBLE_QUOTED_STRING | MAYBE_NESTED);
    private static final SqlDialect GOOGLE =
            new SqlDialect(BACKSLASH | DOUBLE_QUOTED_STRING | HASH_COMMENT | TRIPLE_QUOTE);
    private static final SqlDialect NOT_SQL =
            new SqlDialect(BACKSLASH | DOUBLE_QUOTED_STRING | MAYBE_HASH_COMMENT | SLASH_COMMENT | MAYBE_NESTED);

    private final int traits;

    private SqlDialect(int traits) {
        this.traits = traits;
    }

    boolean has(int trait) {
        return (traits & trait) != 0;
    }

    /** The dialect of a {@code db.system.name}; {@link #UNKNOWN} for null and for names not known. */
    static SqlDialect ofSystem(String systemName) {
        if (systemName == null) {
            return UNKNOWN;
        }
        switch (systemName) {
            case "postgresql": case "cockroachdb": case "yugabytedb": case "greenplum": case "opengauss":
            case "gaussdb": case "vertica": case "duckdb": case "kingbase":
                return POSTGRESQL;
            case "aws.redshift": case "ibm.netezza":
                return REDSHIFT;
            case "mysql": case "mariadb": case "singlestore":
                return MYSQL;
            case "microsoft.sql_server":
                return SQL_SERVER;
            case "sybase": case "sqlanywhere":
                return SYBASE;
            case "oracle.db": case "dameng":
                return ORACLE;
            case "ibm.db2": case "sap.hana": case "teradata":
                return DB2;
            case "h2database":
                return H2;
            case "sqlite":
                return SQLITE;
            case "firebirdsql":
                return FIREBIRD;
            case "ibm.informix":
                return INFORMIX;
            case "snowflake":
                return SNOWFLAKE;
            case "clickhouse":
                return CLICKHOUSE;
            case "hive": case "spark": case "databricks": case "impala":
                return HIVE;
            case "bigquery": case "gcp.spanner":
                return GOOGLE;
            case "neo4j": case "mongodb": case "couchbase":
                return NOT_SQL;
            case "derby": case "hsqldb": case "trino": case "presto": case "exasol":
                return STANDARD;
            default:
                return UNKNOWN;
        }
    }
}
