package io.obsagent.smoke.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * podman with storage of its own, so that images and containers of the machine are neither seen nor touched. The
 * settings are those with which podman 4.3 of Debian 12 runs in a container or virtual machine without systemd: runc,
 * cgroupfs, and limits that need no further privileges.
 */
final class Podman implements AutoCloseable {
    private final Path folder;
    private final Path configuration;

    private Podman(Path folder) throws IOException {
        this.folder = folder;
        this.configuration = Files.writeString(folder.resolve("containers.conf"), """
                [containers]
                default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
                [engine]
                runtime = "runc"
                cgroup_manager = "cgroupfs"
                events_logger = "none"
                """);
    }

    static Podman create() throws IOException {
        return new Podman(Files.createTempDirectory("obs-agent-podman"));
    }

    /** Why containers cannot be run here; empty where they can. */
    static Optional<String> obstacle() {
        for (String program : List.of("podman", "runc", "conmon")) {
            if (Command.find(program).isEmpty()) {
                return Optional.of("no " + program + " on this machine (smoke-tests/podman.sh installs it)");
            }
        }
        return "root".equals(System.getProperty("user.name")) ? Optional.empty()
                : Optional.of("podman is tested as root only");
    }

    Path folder() {
        return folder;
    }

    Command.Result run(String... arguments) throws IOException, InterruptedException {
        return command(arguments).run();
    }

    Command.Result succeed(String... arguments) throws IOException, InterruptedException {
        return command(arguments).succeed();
    }

    private Command command(String... arguments) {
        List<String> words = new ArrayList<>(List.of("podman", "--root", folder + "/root", "--runroot", folder + "/run"));
        words.addAll(List.of(arguments));
        return Command.of(words).env("CONTAINERS_CONF", configuration.toString());
    }

    /** Plays a pod, waits for its container, and takes everything down again. */
    Played play(Pod pod, String container) throws IOException, InterruptedException {
        String name = (String) Yaml.at(pod.document(), "metadata", "name");
        Path file = Files.writeString(folder.resolve(name + ".yaml"), Yaml.write(pod.document()));
        Command.Result played = run("kube", "play", "--network=none", file.toString());
        try {
            if (played.exit() != 0) {
                return new Played(played.exit(), "", played.toString());
            }
            Command.Result waited = succeed("wait", name + "-" + container);
            Command.Result logs = succeed("logs", name + "-" + container);
            return new Played(Integer.parseInt(waited.output().trim()), logs.output(), logs.error());
        } finally {
            run("kube", "down", file.toString());
            run("volume", "rm", "--all", "--force");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("pod", "rm", "--all", "--force");
        run("rm", "--all", "--force");
        Command.of("umount", folder + "/root/overlay").run();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** How a container ended and what it said. */
    record Played(int exit, String output, String error) {}
}
