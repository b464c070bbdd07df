package io.obsagent.instrumentation.jdbc;

import java.util.Properties;

/**
 * The common shape {@code mode:mode://user:password@host:port,other/database?key=value&key=value} and its many
 * variations: parameters behind {@code ;}, {@code :} or {@code ,}, a database named by a parameter, no slashes.
 */
final class ServerUrl {
    private final String system;
    private final String scheme;
    private HostPort server = HostPort.NONE;
    private String database;

    private ServerUrl(String system, String scheme) {
        this.system = system;
        this.scheme = scheme;
    }

    static Database parse(String system, String scheme, String rest, Properties info) {
        ServerUrl url = new ServerUrl(system, scheme);
        int slashes = rest.indexOf("//");
        int cut = url.endOfHead(rest, slashes < 0 ? 0 : slashes + 2);
        if (slashes >= 0 && slashes < cut) {
            url.readAuthority(rest.substring(slashes + 2, cut));
        } else {
            url.readWithoutSlashes(rest.substring(0, cut));
        }
        return url.completed(new UrlParameters(rest.substring(cut), url.separators(), info));
    }

    /** Where the parameters begin. */
    private int endOfHead(String rest, int start) {
        switch (system) {
            case "sap.hana":
                // Semicolons separate its hosts.
                return UrlText.firstOf(rest, "?", 0);
            case "teradata":
                return UrlText.firstOf(rest, "/", start);
            case "ibm.db2": case "ibm.informix":
                int slash = rest.indexOf('/', start);
                int equals = rest.indexOf('=');
                int colon = equals < 0 ? -1 : rest.lastIndexOf(':', equals);
                int property = slash >= 0 ? UrlText.firstOf(rest, ":", slash) : colon < 0 ? rest.length() : colon;
                return Math.min(property, UrlText.firstOf(rest, "?;", 0));
            default:
                return UrlText.firstOf(rest, "?;", 0);
        }
    }

    private String separators() {
        switch (system) {
            case "teradata":
                return "/,";
            case "ibm.db2": case "ibm.informix":
                return ":;";
            default:
                return "?&;";
        }
    }

    private void readAuthority(String text) {
        int start = 0;
        if (!text.startsWith("(") && !UrlText.startsWith(text, "address=")) {
            // The last @, wherever: a slash in an unescaped password must not make the rest of it a database's name.
            start = text.lastIndexOf('@') + 1;
            int inner = text.indexOf("://");
            if (inner > 0 && inner < text.indexOf('/')) {
                start = Math.max(start, inner + 3);
            }
        }
        int end = endOfAuthority(text, start);
        server = HostPort.of(text.substring(start, end));
        database = end < text.length() ? databaseOfPath(text.substring(end + 1)) : null;
    }

    /** The first slash outside parentheses: the addresses in them may be URLs. */
    private static int endOfAuthority(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == '/' && depth <= 0) {
                return i;
            }
        }
        return text.length();
    }

    private String databaseOfPath(String path) {
        switch (system) {
            case "trino": case "presto":
                return joined(path, 0, 1);
            case "gcp.spanner":
                // projects/p/instances/i/databases/d
                return joined(path, 1, 2);
            case "firebirdsql":
                return UrlText.name(UrlText.fileName(path));
            case "bigquery":
                return null;
            default:
                return UrlText.name(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        }
    }

    /** The parts of a path from {@code first} on, each {@code step}th, joined from general to specific. */
    private static String joined(String path, int first, int step) {
        String result = null;
        int start = 0;
        for (int index = 0; start < path.length(); index++) {
            int end = UrlText.firstOf(path, "/", start);
            String part = index >= first && (index - first) % step == 0 ? UrlText.name(path.substring(start, end)) : null;
            if (part != null) {
                result = result == null ? part : result + '|' + part;
            }
            start = end + 1;
        }
        return result;
    }

    private void readWithoutSlashes(String text) {
        switch (system) {
            case "postgresql": case "gcp.spanner":
                // With a colon it is the rest of a malformed URL and may begin with user:password.
                database = text.indexOf(':') >= 0 ? null : databaseOfPath(text.startsWith("/") ? text.substring(1) : text);
                break;
            case "ibm.db2":
                if (scheme.equals("as400")) {
                    readAuthority(text);
                } else {
                    database = UrlText.name(text);
                }
                break;
            case "mysql": case "mariadb":
                readAddressList(text);
                break;
            case "sybase":
                // Tds:host:port/database
                readAuthority(text.substring(text.indexOf(':') + 1));
                break;
            case "exasol":
                readAuthority(text);
                break;
            case "cubrid":
                readColons(text);
                break;
            case "firebirdsql":
                readFirebird(text);
                break;
            default:
                // An unknown shape: rather nothing than a guess that might be a user or a password.
        }
    }

    /** {@code sequential:address=(host=db1)(port=3306),address=(host=db2)/database}. */
    private void readAddressList(String text) {
        int address = UrlText.indexOf(text, "address=");
        int start = address >= 0 ? address : text.indexOf('(');
        if (start >= 0) {
            readAuthority(text.substring(start));
        }
    }

    /** {@code host:port:database:user:password:}. */
    private void readColons(String text) {
        int port = UrlText.firstOf(text, ":", 0);
        int name = UrlText.firstOf(text, ":", port + 1);
        server = HostPort.of(text.substring(0, name));
        if (server.host != null && name < text.length()) {
            database = UrlText.name(UrlText.before(text.substring(name + 1), ":"));
        }
    }

    /** {@code host/port:path}, {@code host:path}, {@code embedded:path}, or a path or alias alone. */
    private void readFirebird(String text) {
        int colon = text.indexOf(':');
        String before = colon < 0 ? "" : text.substring(0, colon);
        database = UrlText.name(UrlText.fileName(text.substring(colon + 1)));
        boolean drive = before.length() == 1;
        if (!drive && !before.equals("embedded") && !before.equals("local") && !before.equals("native")) {
            server = HostPort.of(before.replace('/', ':'));
        }
    }

    private Database completed(UrlParameters parameters) {
        if (server.host == null) {
            String host = parameters.first("serverName", "host", "PGHOST");
            server = host == null ? HostPort.NONE : HostPort.of(host);
        }
        if (server.host != null && server.port < 0) {
            String port = parameters.first("portNumber", "PGPORT", "DBS_PORT");
            server = port == null ? server : new HostPort(server.host, UrlText.port(port));
        }
        if (database == null) {
            database = UrlText.name(parameters.first(
                    "databaseName", "database", "dbname", "db", "PGDBNAME", "ServiceName", "ProjectId", "keyspace"));
        }
        String schema = schema(parameters);
        String namespace = schema == null ? database : database == null ? schema : database + '|' + schema;
        return new Database(system, namespace, server.host, server.port);
    }

    private String schema(UrlParameters parameters) {
        switch (system) {
            case "postgresql": case "ibm.db2": case "sap.hana": case "opengauss": case "yugabytedb":
                String path = parameters.first("currentSchema");
                // A search path: its first schema is where unqualified names are looked for first and created.
                return path == null ? null : UrlText.name(UrlText.before(UrlText.percentDecoded(path), ","));
            case "snowflake": case "exasol":
                return UrlText.name(parameters.first("schema"));
            case "bigquery":
                return UrlText.name(parameters.first("DefaultDataset"));
            default:
                return null;
        }
    }
}
