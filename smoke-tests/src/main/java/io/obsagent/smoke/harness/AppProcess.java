package io.obsagent.smoke.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running or ended JVM of {@link JavaApp}. Closing kills it if it still runs. Thread-safe.
 *
 * <p>An application tells its port with a line {@code port 12345} on standard output.
 */
public final class AppProcess implements AutoCloseable {
    /** Long enough for any test application on a loaded two-core machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Pattern PORT = Pattern.compile("port (\\d+)");

    private final String command;
    private final Process process;
    private final Output stdout;
    private final Output stderr;

    AppProcess(String command, Process process) {
        this.command = command;
        this.process = process;
        this.stdout = new Output("stdout of " + process.pid(), process.getInputStream());
        this.stderr = new Output("stderr of " + process.pid(), process.getErrorStream());
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Output stdout() {
        return stdout;
    }

    public Output stderr() {
        return stderr;
    }

    /** Waits for a line on standard output that contains this text, and returns the line. */
    public String awaitLine(String text) {
        return awaitLine(stdout, "'" + text + "'", line -> line.contains(text));
    }

    /** Waits for a line on standard error that contains this text, and returns the line. */
    public String awaitErrorLine(String text) {
        return awaitLine(stderr, "'" + text + "'", line -> line.contains(text));
    }

    /** Waits for the line in which the application tells its port. */
    public int awaitPort() {
        Matcher port = PORT.matcher(awaitLine(stdout, "port", line -> PORT.matcher(line).matches()));
        if (!port.matches()) {
            throw new AssertionError(port);
        }
        return Integer.parseInt(port.group(1));
    }

    private String awaitLine(Output output, String what, Predicate<String> wanted) {
        return output.await(wanted, PATIENCE)
                .orElseThrow(() -> new AssertionError("no line with " + what + " from " + this));
    }

    /** Writes one line to the application's standard input. */
    public AppProcess send(String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + this, e);
        }
    }

    /** Ends the application's standard input, which tells applications that wait for it to exit. */
    public AppProcess closeInput() {
        try {
            process.getOutputStream().close();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the input of " + this, e);
        }
    }

    /** Sends SIGTERM, which runs shutdown hooks. */
    public AppProcess terminate() {
        // Process.destroy would close our ends of its streams and lose what its hooks still print.
        process.toHandle().destroy();
        return this;
    }

    /** Sends SIGKILL. */
    public AppProcess kill() {
        process.toHandle().destroyForcibly();
        return this;
    }

    /** Sends SIGSEGV, on which a JVM ends as on a fault in native code, with a crash report. */
    public AppProcess crash() {
        try {
            new ProcessBuilder("kill", "-SEGV", Long.toString(pid())).inheritIO().start().waitFor();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits for the end and returns the exit code; a process that does not end in time is killed and fails the test. */
    public int awaitExit() {
        return awaitExit(PATIENCE);
    }

    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new AssertionError("still running after " + patience + ": " + this);
            }
            stdout.awaitEnd(PATIENCE);
            stderr.awaitEnd(PATIENCE);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + command, e);
        }
    }

    /** Waits for the end and fails with the application's output when the exit code differs. */
    public AppProcess expectExit(int code) {
        int actual = awaitExit();
        if (actual != code) {
            throw new AssertionError("exit code " + actual + " instead of " + code + " from " + this);
        }
        return this;
    }

    /** The lines the agent wrote. */
    public List<String> agentLines() {
        return stderr.lines().stream().filter(AgentLines::fromAgent).toList();
    }

    /** Fails when the agent reported a warning or an error. */
    public AppProcess expectCalmAgent() {
        List<String> alarms = stderr.lines().stream().filter(AgentLines::isAlarm).toList();
        if (!alarms.isEmpty()) {
            throw new AssertionError("the agent complained: " + alarms + " in " + this);
        }
        return this;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
            awaitExit();
        }
    }

    @Override
    public String toString() {
        return command + "\nstdout:\n" + stdout.text() + "\nstderr:\n" + stderr.text();
    }
}
