package io.obsagent.tools.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out what is known about the target of a command line. */
final class Targets {
    private Targets() {}

    static Target read(Arguments arguments) throws IOException {
        if (arguments.rootfs != null) {
            return rootfs(arguments);
        }
        return arguments.pid != null ? process(arguments) : machine(arguments);
    }

    private static Target machine(Arguments arguments) {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.putAll(arguments.environment);
        Path self = Paths.get("/proc/self");
        return new Target("this machine", new Root(Paths.get("/")), Paths.get(System.getProperty("java.home")),
                environment, Collections.emptyList(), self.resolve("mounts"), user(self), !arguments.offline);
    }

    private static Target rootfs(Arguments arguments) throws IOException {
        Path folder = Paths.get(arguments.rootfs).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is not a folder");
        }
        Root root = new Root(folder);
        Path home = JavaHomes.find(root, arguments.environment.get("JAVA_HOME"));
        return new Target("file system " + folder, root, home, arguments.environment, Collections.emptyList(), null, -1,
                false);
    }

    private static Target process(Arguments arguments) throws IOException {
        Path proc = Paths.get("/proc", arguments.pid);
        if (!Files.isDirectory(proc)) {
            throw new IOException("no process " + arguments.pid);
        }
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : strings(proc.resolve("environ"))) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                environment.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        environment.putAll(arguments.environment);
        Root root = new Root(proc.resolve("root"));
        Path home = JavaHomes.above(root.resolve(Files.readSymbolicLink(proc.resolve("exe")).toString()));
        return new Target("process " + arguments.pid, root, home, environment, strings(proc.resolve("cmdline")),
                proc.resolve("mounts"), user(proc), !arguments.offline && sameNetwork(proc));
    }

    private static boolean sameNetwork(Path proc) throws IOException {
        return Files.readSymbolicLink(proc.resolve("ns/net"))
                .equals(Files.readSymbolicLink(Paths.get("/proc/self/ns/net")));
    }

    private static List<String> strings(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.isEmpty() ? new ArrayList<>() : new ArrayList<>(Arrays.asList(text.split("\0")));
    }

    private static int user(Path proc) {
        try {
            return (Integer) Files.getAttribute(proc, "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException noSuchFileSystem) {
            return -1;
        }
    }
}
