package io.obsagent.instrumentation.jdbc;

import java.util.Properties;

/**
 * The common shape {@code mode:mode://user:password@host:port,other/database?key=value&key=value} and its many
 * variations: parameters behind {@code ;}, {@code :} or {@code ,}, a database named by a parameter, no slashes.
 */
final class ServerUrl {
  private final String system;
  private final UrlParameters parameters;
  private HostPort server = HostPort.NONE;
  private String database;

  private ServerUrl(String system, UrlParameters parameters) {
    this.system = system;
    this.parameters = parameters;
  }

  static Database parse(String system, String scheme, String rest, Properties info) {
    // SAP separates hosts by semicolons; everyone else begins the parameters with one.
    int cut = UrlText.firstOf(rest, system.equals("sap.hana") ? "?" : "?;", 0);
    String head = rest.substring(0, cut);
    String tail = rest.substring(cut);
    if (system.equals("ibm.db2") || system.equals("ibm.informix")) {
      // jdbc:db2://host:50000/db:currentSchema=x;user=..
      int path = head.indexOf('/', Math.max(head.indexOf("//") + 2, 0));
      int colon = path < 0 ? head.lastIndexOf(':', Math.max(head.indexOf('='), 0)) : head.indexOf(':', path);
      if (colon >= 0 && (path >= 0 || head.indexOf('=') > 0)) {
        tail = head.substring(colon + 1) + tail;
        head = head.substring(0, colon);
      }
    }
    if (system.equals("teradata")) {
      int slash = head.indexOf('/', Math.max(head.indexOf("//") + 2, 0));
      tail = slash < 0 ? tail : head.substring(slash + 1);
      head = slash < 0 ? head : head.substring(0, slash);
    }
    UrlParameters parameters =
        new UrlParameters(tail, system.equals("teradata") ? "," : "?&;", info);
    ServerUrl url = new ServerUrl(system, parameters);
    int slashes = head.indexOf("//");
    if (slashes < 0) {
      url.readWithoutSlashes(scheme, head);
    } else {
      url.readAuthority(head.substring(slashes + 2));
    }
    return url.toDatabase();
  }

  private void readAuthority(String text) {
    int start = 0;
    if (!text.startsWith("(") && !UrlText.startsWith(text, "address=")) {
      // A slash in an unescaped password must not make the rest of it a database name.
      start = text.lastIndexOf('@') + 1;
      if (UrlText.startsWith(text, "http://") || UrlText.startsWith(text, "https://")) {
        start = Math.max(start, text.indexOf("//") + 2);
      }
    }
    int end = authorityEnd(text, start);
    server = HostPort.of(text.substring(start, end));
    database = end >= text.length() ? null : databaseOfPath(text.substring(end + 1));
  }

  /** The first slash outside parentheses: addresses in them may be URLs. */
  private static int authorityEnd(String text, int start) {
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
        return joined(path, 1, 2);
      case "firebirdsql":
        return UrlText.name(UrlText.fileName(path));
      case "bigquery": case "sap.hana": case "snowflake": case "neo4j" :
        return system.equals("neo4j") ? UrlText.name(path) : null;
      default:
        return UrlText.name(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
  }

  /** The parts of a path from {@code first} on, each {@code step}th, joined from general to specific. */
  private static String joined(String path, int first, int step) {
    String result = null;
    int index = 0;
    for (int start = 0; start < path.length(); index++) {
      int end = UrlText.firstOf(path, "/", start);
      String part = UrlText.name(path.substring(start, end));
      if (part != null && index >= first && (index - first) % step == 0) {
        result = result == null ? part : result + '|' + part;
      }
      start = end + 1;
    }
    return result;
  }

  private void readWithoutSlashes(String scheme, String text) {
    switch (system) {
      case "postgresql":
        database = UrlText.name(text.startsWith("/") ? text.substring(1) : text);
        break;
      case "ibm.db2":
        if (scheme.equals("as400")) {
          readAuthority(text);
        } else {
          database = UrlText.name(text);
        }
        break;
      case "mysql": case "mariadb":
        readAuthority(text.substring(Math.max(0, Math.min(
            UrlText.firstOf(text, "(", 0), Math.max(0, UrlText.indexOf(text, "address="))))));
        break;
      case "sybase":
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
      case "gcp.spanner":
        database = databaseOfPath(text.startsWith("/") ? text.substring(1) : text);
        break;
      default:
        // An unknown shape: rather nothing than a guess that might be a user or a password.
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

  /** {@code host/port:path}, {@code host:path}, {@code embedded:path} or a path or alias alone. */
  private void readFirebird(String text) {
    int colon = text.indexOf(':');
    String before = colon < 0 ? "" : text.substring(0, colon);
    database = UrlText.name(UrlText.fileName(text.substring(colon + 1)));
    if (before.length() > 1 && !before.equals("embedded") && !before.equals("local") && !before.equals("native")) {
      server = HostPort.of(before.replace('/', ':'));
    }
  }

  private Database toDatabase() {
    if (server.host == null) {
      String host = parameters.first("serverName", "PGHOST");
      server = host == null ? server : HostPort.of(host);
    }
    if (server.host != null && server.port < 0) {
      String port = parameters.first("portNumber", "PGPORT", "DBS_PORT");
      server = port == null ? server : new HostPort(server.host, UrlText.port(port));
    }
    if (database == null) {
      database = UrlText.name(parameters.first(
          "databaseName", "database", "dbname", "db", "PGDBNAME", "ServiceName", "ProjectId", "keyspace"));
    }
    String schema = schema();
    String namespace = schema == null ? database : database == null ? schema : database + '|' + schema;
    return new Database(system, namespace, server.host, server.port);
  }

  private String schema() {
    switch (system) {
      case "postgresql": case "ibm.db2": case "sap.hana": case "opengauss": case "yugabytedb":
        String path = parameters.first("currentSchema");
        // A search path: unqualified names are created in, and looked for first in, its first schema.
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
