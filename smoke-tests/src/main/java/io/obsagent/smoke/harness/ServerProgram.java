package io.obsagent.smoke.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of a server as a user that is not root, in the server's own folder. */
final class ServerProgram {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    /** Variables that would configure the server from outside. */
    private final String foreign;

    ServerProgram(Path folder, String foreign) {
        this.folder = folder;
        this.foreign = foreign;
    }

    /** Runs a command to its successful end. */
    void run(List<String> command) throws IOException {
        Process process = launch(command);
        Output output = new Output(command.get(0), process.getInputStream());
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end:\n" + output.text());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
        if (process.exitValue() != 0) {
            output.awaitEnd(PATIENCE);
            throw new IllegalStateException(command + " failed:\n" + output.text());
        }
    }

    /** Starts a server and waits for the line by which it says that it takes connections. */
    Process serve(List<String> command, String ready) throws IOException {
        Process server = launch(command);
        Output log = new Output(command.get(0), server.getInputStream());
        if (log.await(line -> line.contains(ready), PATIENCE).isEmpty()) {
            server.destroyForcibly();
            throw new IllegalStateException(command + " does not start:\n" + log.text());
        }
        return server;
    }

    private Process launch(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Unprivileged.command(command)).redirectErrorStream(true);
        builder.directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith(foreign));
        return builder.start();
    }
}
