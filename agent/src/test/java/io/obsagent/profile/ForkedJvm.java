package io.obsagent.profile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Runs a main class of the tests in a JVM of its own, with an {@code Instrumentation} to be had inside. */
final class ForkedJvm {
    private final Path javaHome;
    private long longestSeconds = 120;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    ForkedJvm(Path javaHome) {
        this.javaHome = javaHome;
    }

    /** The JDKs found on this machine, by major version; at least the running one. */
    static Map<Integer, Path> jdks() {
        Map<Integer, Path> found = new TreeMap<>();
        try (Stream<Path> homes = Files.list(Path.of(System.getProperty("obs.test.jdks", "/usr/lib/jvm")))) {
            for (Path home : homes.filter(path -> Files.isExecutable(path.resolve("bin/java"))).collect(Collectors.toList())) {
                feature(home).ifPresent(feature -> found.putIfAbsent(feature, home));
            }
        } catch (IOException e) {
            found.clear();
        }
        found.putIfAbsent(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        return found;
    }

    ForkedJvm option(String option) {
        options.add(option);
        return this;
    }

    ForkedJvm longest(long seconds) {
        longestSeconds = seconds;
        return this;
    }

    ForkedJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** As {@link #run}; its standard input ends once the condition holds. */
    String runUntil(BooleanSupplier condition, Class<?> main, String... args) throws IOException, InterruptedException {
        return runUntil(output -> condition.getAsBoolean(), main, args);
    }

    /** As {@link #run}; its standard input ends once its outputs contain the text. */
    String runUntilItSays(String text, Class<?> main, String... args) throws IOException, InterruptedException {
        return runUntil(output -> text(output).contains(text), main, args);
    }

    private String runUntil(Predicate<Path> condition, Class<?> main, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.add("-javaagent:" + new File(ByteBuddyAgent.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        Path output = Files.createTempFile("forked", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(longestSeconds);
            while (process.isAlive() && !condition.test(output) && System.nanoTime() < end) {
                LockSupport.parkNanos(20_000_000);
            }
            process.getOutputStream().close();
            boolean ended = process.waitFor(longestSeconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String text = text(output);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError((ended ? "exit value " + process.exitValue() : "not ended in time") + "\n" + text);
            }
            return text;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String text(Path output) {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both outputs of the main class; its exit value must be 0. */
    String run(Class<?> main, String... args) throws IOException, InterruptedException {
        return runUntil(() -> false, main, args);
    }

    private static Optional<Integer> feature(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.exists(release)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> Runtime.Version.parse(line.replaceAll("JAVA_VERSION=\"(.*)\"", "$1")).feature())
                    .findFirst();
        }
    }
}
