package io.obsagent.smoke.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The machine's MariaDB, as {@code smoke-tests/servers.sh} installs it, with data of its own on a loopback port. Works
 * for ordinary users and for root. The data is gone after {@link #close()}. Thread-safe.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final Path SETUP = Path.of("/usr/bin/mariadb-install-db");

    private static EmbeddedMariaDb shared;

    private final Path folder;
    private final int port = Ports.free();
    private final Process server;

    private EmbeddedMariaDb() throws IOException {
        folder = Files.createTempDirectory("obs-agent-mariadb");
        Unprivileged.own(folder);
        ServerProgram programs = new ServerProgram(folder, "MYSQL_");
        String data = "--datadir=" + folder.resolve("data");
        programs.run(List.of(SETUP.toString(), "--no-defaults", data, "--auth-root-authentication-method=normal"));
        // Nothing is flushed: the data is thrown away, and two cores are shared with the JVMs under test.
        server = programs.serve(List.of(SERVER.toString(), "--no-defaults", data, "--port=" + port,
                "--bind-address=127.0.0.1", "--socket=" + folder.resolve("socket"), "--skip-log-bin",
                "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=24M", "--innodb-log-file-size=8M"),
                "ready for connections");
    }

    public static boolean isInstalled() {
        return Files.isExecutable(SERVER) && Files.isExecutable(SETUP);
    }

    /** One server for everything in this JVM, stopped when the JVM ends. */
    public static synchronized EmbeddedMariaDb shared() {
        if (shared == null) {
            try {
                shared = new EmbeddedMariaDb();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "stop MariaDB"));
        }
        return shared;
    }

    /** @param driver {@code mariadb} or {@code mysql} */
    public String jdbcUrl(String driver) {
        return "jdbc:" + driver + "://localhost:" + port + "/test?user=root";
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Files.exists(folder)) {
            Folders.delete(folder);
        }
    }
}
