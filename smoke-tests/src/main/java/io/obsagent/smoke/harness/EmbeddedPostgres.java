package io.obsagent.smoke.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL on a loopback port, for tests that need one and machines that have none. Works for ordinary users
 * and for root. Data lives in a temporary folder and is gone after {@link #close()}. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The data base and user that always exist; connections from this machine need no password. */
    public static final String DATABASE = "postgres";
    public static final String USER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static EmbeddedPostgres shared;

    private final Path home = PostgresBinaries.unpacked();
    private final Path data;
    private final int port;
    private final Process server;

    private EmbeddedPostgres() throws IOException {
        data = Files.createTempDirectory("obs-agent-pgdata");
        Unprivileged.own(data);
        run("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        port = Ports.free();
        // fsync off: the data is thrown away, and two cores are shared with the JVMs under test.
        server = launch("postgres", "-D", data.toString(), "-p", Integer.toString(port), "-h", "127.0.0.1",
                "-k", "", "-F", "-c", "max_connections=200");
        Output log = new Output("postgres log", server.getInputStream());
        if (log.await(line -> line.contains("ready to accept connections"), PATIENCE).isEmpty()) {
            server.destroyForcibly();
            throw new IllegalStateException("PostgreSQL does not start:\n" + log.text());
        }
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
                run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w");
            } finally {
                server.destroyForcibly();
            }
        }
        if (Files.exists(data)) {
            Folders.delete(data);
        }
    }

    private void run(String program, String... arguments) {
        try {
            Process process = launch(program, arguments);
            Output output = new Output(program, process.getInputStream());
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(program + " does not end:\n" + output.text());
            }
            if (process.exitValue() != 0) {
                output.awaitEnd(PATIENCE);
                throw new IllegalStateException(program + " failed:\n" + output.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + program, e);
        }
    }

    private Process launch(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(Unprivileged.command(command)).redirectErrorStream(true);
        builder.directory(data.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.start();
    }
}
