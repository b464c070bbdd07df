package io.obsagent.distribution.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compiles {@code cp.c} for one architecture with the C compiler of the machine, native or cross. A prebuilt busybox
 * would do the same in a hundred times the size, with a shell for an attacker and a GPL source offer for us.
 */
final class Copier {
    private static final List<String> FLAGS = List.of(
            "-Os", "-Wall", "-Wextra", "-Werror", "-static", "-nostdlib", "-ffreestanding", "-fno-stack-protector",
            "-fno-asynchronous-unwind-tables", "-fno-tree-loop-distribute-patterns", "-fno-pie", "-no-pie", "-s",
            "-Wl,--build-id=none", "-Wl,-z,noexecstack");

    private final String compiler;

    private Copier(String compiler) {
        this.compiler = compiler;
    }

    /** @return empty where the machine has no compiler for {@code machine}, such as {@code aarch64} */
    static Optional<Copier> find(String machine) throws IOException, InterruptedException {
        for (String compiler : List.of(machine + "-linux-gnu-gcc", "gcc")) {
            if (run(List.of(compiler, "-dumpmachine")).startsWith(machine + "-")) {
                return Optional.of(new Copier(compiler));
            }
        }
        return Optional.empty();
    }

    byte[] compile(Path source) throws IOException, InterruptedException {
        Path binary = Files.createTempFile("obs-agent-cp", "");
        try {
            List<String> command = new ArrayList<>(List.of(compiler));
            command.addAll(FLAGS);
            command.addAll(List.of("-o", binary.toString(), source.toString()));
            String complaints = run(command);
            if (!complaints.isEmpty()) {
                throw new IOException(compiler + " does not compile " + source + ": " + complaints);
            }
            return Files.readAllBytes(binary);
        } finally {
            Files.deleteIfExists(binary);
        }
    }

    /** What the command prints; empty where there is no such command. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException noSuchCommand) {
            return "";
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
