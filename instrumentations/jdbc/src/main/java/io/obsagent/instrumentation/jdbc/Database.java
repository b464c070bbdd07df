package io.obsagent.instrumentation.jdbc;

/**
 * The database behind a connection, as far as its JDBC URL tells: the values of {@code db.system.name},
 * {@code db.namespace}, {@code server.address} and {@code server.port}. It reflects the URL the connection was
 * made with; a later {@code USE} or {@code SET search_path} is not followed, since that would need a query.
 *
 * <p>Immutable and thread-safe. Holds no user name and no password.
 */
final class Database {
    /** What is said of a URL that tells nothing: an SQL database of unknown product. */
    static final Database UNKNOWN = new Database(DatabaseSystem.OTHER_SQL, null, null, -1);

    private final String systemName;
    private final String namespace;
    private final String serverAddress;
    private final int port;
    private final int defaultPort;

    Database(String systemName, String namespace, String serverAddress, int port) {
        this.systemName = systemName;
        this.namespace = namespace;
        this.serverAddress = serverAddress;
        this.defaultPort = DatabaseSystem.defaultPort(systemName);
        this.port = port > 0 || serverAddress == null ? port : defaultPort;
    }

    /** {@code db.system.name}; never null. */
    String systemName() {
        return systemName;
    }

    /**
     * {@code db.namespace}, parts from general to specific joined by {@code |} ({@code shop|public} on PostgreSQL,
     * {@code instance|shop} on SQL Server), or null when the URL names none. Of a database in a file it is the
     * file's name without its folder: folders of test runs and deployments vary, and this is a metric attribute.
     */
    String namespace() {
        return namespace;
    }

    /** {@code server.address}: the first host of the URL, without brackets, or null when there is none. */
    String serverAddress() {
        return serverAddress;
    }

    /** {@code server.port}: the port when it differs from the system's default, else -1 (not to be recorded). */
    int serverPort() {
        return isDefaultPort() ? -1 : port;
    }

    /** The port connected to, the system's default when the URL has none; -1 when unknown or no server. */
    int port() {
        return port;
    }

    /** Whether {@link #port()} is known and the usual one of this system. */
    boolean isDefaultPort() {
        return port > 0 && port == defaultPort;
    }

    @Override
    public String toString() {
        return systemName + ' ' + serverAddress + ':' + port + ' ' + namespace;
    }
}
