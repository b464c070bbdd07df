package io.obsagent.instrumentation.jdbc;

import java.util.Properties;

/**
 * URLs of SQL Server's drivers: {@code //host\instance:port;databaseName=..} and jTDS'
 * {@code sqlserver://host:port/db;instance=..}. Properties given beside the URL win, as in Microsoft's driver.
 */
final class SqlServerUrl {
    private SqlServerUrl() {}

    static Database parse(String rest, Properties info) {
        int slashes = rest.indexOf("//");
        String text = slashes < 0 ? rest : rest.substring(slashes + 2);
        int head = UrlText.firstOf(text, ";", 0);
        UrlParameters parameters = new UrlParameters(text.substring(head), ";", info);
        String authority = text.substring(0, head);

        int slash = authority.indexOf('/');
        String database = slash < 0 ? null : authority.substring(slash + 1);
        authority = slash < 0 ? authority : authority.substring(0, slash);

        String instance = null;
        int backslash = authority.indexOf('\\');
        if (backslash >= 0) {
            int end = UrlText.firstOf(authority, ":,", backslash);
            instance = authority.substring(backslash + 1, end);
            authority = authority.substring(0, backslash) + authority.substring(end);
        }
        HostPort server = HostPort.of(authority);

        String name = parameters.firstGiven("serverName", "server");
        name = name != null || server.host != null ? name : parameters.first("serverName", "server");
        if (name != null) {
            int inName = name.indexOf('\\');
            instance = inName < 0 ? instance : name.substring(inName + 1);
            server = new HostPort(HostPort.of(inName < 0 ? name : name.substring(0, inName)).host, server.port);
        }
        String port = parameters.first("portNumber", "port");
        if (port != null && server.port < 0) {
            server = new HostPort(server.host, UrlText.port(port));
        }
        instance = instance != null ? instance : parameters.first("instanceName", "instance");
        String given = parameters.firstGiven("databaseName", "database");
        if (given != null || database == null || database.isEmpty()) {
            database = given != null ? given : parameters.first("databaseName", "database");
        }
        return new Database(DatabaseSystem.SQL_SERVER, namespace(UrlText.name(instance), UrlText.name(database)),
                server.host, server.host == null ? -1 : server.port);
    }

    private static String namespace(String instance, String database) {
        if (instance == null || instance.equalsIgnoreCase("MSSQLSERVER")) {
            return database;
        }
        return database == null ? instance : instance + '|' + database;
    }
}
