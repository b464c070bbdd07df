package io.obsagent.smoke.delivery;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the machine, run to its end. */
final class Command {
    private static final long PATIENCE_SECONDS = 60;

    private final List<String> words;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Command(List<String> words) {
        this.words = words;
    }

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    static Command of(List<String> words) {
        return new Command(List.copyOf(words));
    }

    /** The program of this name on the PATH. */
    static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable).findFirst();
    }

    Command env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs it without input; a program that does not end is killed and fails the test. */
    Result run() throws IOException, InterruptedException {
        Path output = Files.createTempFile("obs-agent-command", ".out");
        Path error = Files.createTempFile("obs-agent-command", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile()).redirectError(error.toFile());
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + words + "\n" + read(output) + read(error));
            }
            return new Result(words, process.exitValue(), read(output), read(error));
        } finally {
            Files.delete(output);
            Files.delete(error);
        }
    }

    /** As {@link #run}; fails with everything the program said unless it ends with 0. */
    Result succeed() throws IOException, InterruptedException {
        Result result = run();
        if (result.exit() != 0) {
            throw new AssertionError(result.toString());
        }
        return result;
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    record Result(List<String> words, int exit, String output, String error) {
        @Override
        public String toString() {
            return String.join(" ", words) + "\nends with " + exit + "\n" + output + error;
        }
    }
}
