package io.obsagent.instrumentation.jdbc;

import java.util.Locale;
import java.util.Properties;

/**
 * Reads a JDBC URL: which product, which server, which database. Never throws, never asks the network, and never
 * lets a user name or password of the URL into its result; what a malformed URL does not tell stays unknown.
 *
 * <p>Of several hosts the first is reported. Wrapping drivers (P6Spy, log4jdbc, OpenTelemetry, AWS, Testcontainers)
 * are looked through. Thread-safe; meant to be called once a connection or, better, once a URL.
 */
final class DatabaseUrl {
    /** Longer URLs are cut here: parsing time stays bounded whatever the application passes. */
    private static final int MAX_LENGTH = 8192;

    private DatabaseUrl() {}

    /** The database of a URL alone. */
    static Database parse(String url) {
        return parse(url, null);
    }

    /**
     * The database of a URL and the properties given beside it ({@code databaseName}, {@code serverName},
     * {@code currentSchema} and the like count; where a driver has a rule which of the two wins, it is followed).
     *
     * @param url a JDBC URL, or null
     * @param info the properties of {@code Driver.connect}, or null
     */
    static Database parse(String url, Properties info) {
        if (url == null) {
            return Database.UNKNOWN;
        }
        String text = url.length() > MAX_LENGTH ? url.substring(0, MAX_LENGTH) : url;
        String system = DatabaseSystem.OTHER_SQL;
        try {
            String inner = unwrapped(text.trim());
            boolean container = UrlText.startsWith(inner, "tc:");
            if (container) {
                inner = inner.substring(3);
            }
            int colon = inner.indexOf(':');
            if (colon < 0) {
                return Database.UNKNOWN;
            }
            String scheme = inner.substring(0, colon).toLowerCase(Locale.ROOT);
            system = DatabaseSystem.ofScheme(scheme);
            Database database = parse(system, scheme, inner.substring(colon + 1), info);
            // Testcontainers ignores the host of its URL and connects elsewhere, with a URL of its own.
            return container ? new Database(database.systemName(), database.namespace(), null, -1) : database;
        } catch (RuntimeException e) {
            // Properties are the application's and may be of a class that throws.
            return new Database(system, null, null, -1);
        }
    }

    private static Database parse(String system, String scheme, String rest, Properties info) {
        switch (system) {
            case "oracle.db":
                return OracleUrl.parse(rest, info);
            case "h2database": case "hsqldb": case "derby": case "sqlite": case "duckdb":
                return EmbeddedUrl.parse(system, rest, info);
            case DatabaseSystem.SQL_SERVER:
                return SqlServerUrl.parse(rest, info);
            default:
                if (scheme.equals("jtds")) {
                    boolean sybase = UrlText.startsWith(rest, "sybase:");
                    return sybase ? ServerUrl.parse("sybase", "", rest, info) : SqlServerUrl.parse(rest, info);
                }
                return ServerUrl.parse(system, scheme, rest, info);
        }
    }

    /** The URL without {@code jdbc:} and without the prefixes of drivers that wrap another one. */
    private static String unwrapped(String url) {
        String text = url;
        for (int depth = 0; depth < 4; depth++) {
            if (UrlText.startsWith(text, "jdbc:") || UrlText.startsWith(text, "jdbc-secretsmanager:")) {
                text = text.substring(text.indexOf(':') + 1);
            }
            int colon = text.indexOf(':');
            String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
            switch (scheme) {
                case "p6spy": case "log4jdbc": case "otel": case "opentelemetry": case "aws-wrapper": case "tracing":
                case "spy": case "jdbcdslog":
                    text = text.substring(colon + 1);
                    break;
                case "wrap-jdbc":
                    text = fromInnerUrl(text);
                    break;
                default:
                    if (!scheme.startsWith("proxool.")) {
                        return text;
                    }
                    text = fromInnerUrl(text);
            }
        }
        return text;
    }

    private static String fromInnerUrl(String text) {
        int inner = UrlText.indexOf(text, ":jdbc:");
        return inner < 0 ? "" : text.substring(inner + 1);
    }
}
