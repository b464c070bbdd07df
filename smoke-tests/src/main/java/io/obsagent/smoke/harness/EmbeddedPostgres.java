package io.obsagent.smoke.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real PostgreSQL on a loopback port, for tests that need one and machines that have none. Works for ordinary users
 * and for root. Data lives in a temporary folder and is gone after {@link #close()}. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The database and user that always exist; connections from this machine need no password. */
    public static final String DATABASE = "postgres";
    public static final String USER = "postgres";

    private static EmbeddedPostgres shared;

    private final Path home = PostgresBinaries.unpacked();
    private final Path data;
    private final ServerProgram programs;
    private final int port;
    private final Process server;

    private EmbeddedPostgres() throws IOException {
        data = Files.createTempDirectory("obs-agent-pgdata");
        Unprivileged.own(data);
        programs = new ServerProgram(data, "PG");
        programs.run(command("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale",
                "--no-sync"));
        port = Ports.free();
        // fsync off: the data is thrown away, and two cores are shared with the JVMs under test.
        server = programs.serve(command("postgres", "-D", data.toString(), "-p", Integer.toString(port), "-h", "127.0.0.1",
                "-k", "", "-F", "-c", "max_connections=200", "-c", "max_prepared_transactions=10"),
                "ready to accept connections");
    }

    /** Starts a server for the caller alone. */
    public static EmbeddedPostgres start() {
        try {
            return new EmbeddedPostgres();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One server for everything in this JVM, stopped when the JVM ends. */
    public static synchronized EmbeddedPostgres shared() {
        if (shared == null) {
            EmbeddedPostgres started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop PostgreSQL"));
            shared = started;
        }
        return shared;
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + DATABASE + "?user=" + USER;
    }

    @Override
    public void close() {
        if (server.isAlive()) {
            try {
                programs.run(command("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                server.destroyForcibly();
            }
        }
        if (Files.exists(data)) {
            Folders.delete(data);
        }
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
