package io.obsagent.instrumentation.jdbc;

import java.util.Locale;
import java.util.Properties;

/**
 * URLs of the databases that run in the application's process, and of their server modes: H2, HSQLDB, Derby,
 * SQLite, DuckDB. The namespace is the database's name or its file's name without the folder; an in-memory database
 * without a name is called by the word its URL uses ({@code mem:}, {@code :memory:}).
 */
final class EmbeddedUrl {
    private EmbeddedUrl() {}

    static Database parse(String system, String rest, Properties info) {
        boolean lite = system.equals("sqlite") || system.equals("duckdb");
        int head = UrlText.firstOf(rest, lite ? "?;" : ";?", 0);
        UrlParameters parameters = new UrlParameters(rest.substring(head), ";?&", info);
        String path = rest.substring(0, head);
        if (lite) {
            return new Database(system, liteName(path), null, -1);
        }
        int slashes = path.indexOf("//");
        if (slashes >= 0 && isServer(path.substring(0, slashes))) {
            return ofServer(system, path.substring(0, slashes), path.substring(slashes + 2), parameters);
        }
        String name = name(path);
        if (name == null) {
            name = UrlText.name(parameters.first("databaseName"));
        }
        return new Database(system, withSchema(system, name, parameters), null, -1);
    }

    private static boolean isServer(String mode) {
        switch (mode.toLowerCase(Locale.ROOT)) {
            case "": case "net:": case "tcp:": case "ssl:": case "hsql:": case "hsqls:": case "http:": case "https:":
                return true;
            default:
                return false;
        }
    }

    private static Database ofServer(String system, String mode, String text, UrlParameters parameters) {
        int at = text.lastIndexOf('@');
        int slash = UrlText.firstOf(text, "/", at + 1);
        HostPort server = HostPort.of(text.substring(at + 1, slash));
        String name = slash >= text.length() ? null : name(text.substring(slash + 1));
        if (name == null) {
            name = UrlText.name(parameters.first("databaseName"));
        }
        int port = server.port >= 0 || server.host == null ? server.port : portOf(mode);
        return new Database(system, withSchema(system, name, parameters), server.host, port);
    }

    /** HSQLDB in a web server is reached on the web's ports; -1 leaves the default of the system. */
    private static int portOf(String mode) {
        if (UrlText.startsWith(mode, "https:")) {
            return 443;
        }
        return UrlText.startsWith(mode, "http:") ? 80 : -1;
    }

    private static String withSchema(String system, String name, UrlParameters parameters) {
        String schema = system.equals("h2database") ? UrlText.name(parameters.first("schema")) : null;
        return schema == null || name == null ? name : name + '|' + schema;
    }

    /** {@code mem:test}, {@code file:~/data/test}, {@code nio:split:28:/x/test}, {@code memory:db}, {@code C:/x}. */
    private static String name(String path) {
        int colon = path.lastIndexOf(':');
        String name = UrlText.fileName(path.substring(colon + 1));
        if (name == null && (UrlText.startsWith(path, "mem:") || UrlText.startsWith(path, "memory:"))) {
            name = path.substring(0, path.indexOf(':') + 1);
        }
        if (name != null && UrlText.startsWith(path, "jar:(")) {
            name = name.substring(name.indexOf(')') + 1);
        }
        return UrlText.name(name);
    }

    private static String liteName(String path) {
        if (path.isEmpty() || UrlText.indexOf(path, ":memory:") >= 0) {
            return ":memory:";
        }
        return UrlText.name(UrlText.fileName(path.substring(path.lastIndexOf(':') + 1)));
    }
}
