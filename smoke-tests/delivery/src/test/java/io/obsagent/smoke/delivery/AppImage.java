package io.obsagent.smoke.delivery;

import io.obsagent.smoke.delivery.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image like those of careful users: from scratch, a jlinked JVM, the C library, no shell, an unprivileged user. Made
 * from this machine's files because no registry is needed then.
 */
final class AppImage {
    static final String NAME = "localhost/app:1";
    static final String MODULES = "java.base,java.instrument,java.management,java.logging,jdk.management,jdk.jfr,"
            + "jdk.unsupported";

    private static final Pattern LIBRARY = Pattern.compile("(/\\S+)\\s+\\(0x");

    private AppImage() {}

    static void importInto(Podman podman) throws IOException, InterruptedException {
        Path root = Files.createDirectories(podman.folder().resolve("app-root"));
        Path jvm = Jlink.image("jvm", MODULES);
        Files.createDirectories(root.resolve("opt"));
        Command.of("cp", "-r", jvm.toString(), root.resolve("opt/java").toString()).succeed();
        for (String library : libraries(jvm)) {
            Path copy = root.resolve(library.substring(1));
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(library).toRealPath(), copy);
        }
        Path type = root.resolve("app").resolve(App.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(type.getParent());
        Files.copy(Path.of("target/test-classes", App.class.getName().replace('.', '/') + ".class"), type);
        Files.createDirectories(root.resolve("tmp")).toFile().setWritable(true, false);
        Path archive = podman.folder().resolve("app.tar");
        Command.of("tar", "-C", root.toString(), "--numeric-owner", "--owner=0", "--group=0", "-cf", archive.toString(), ".")
                .succeed();
        podman.succeed("import", "--quiet", "--change", "USER 10001:10001", "--change", "ENV PATH=/opt/java/bin",
                "--change", "CMD [\"java\",\"-cp\",\"/app\",\"" + App.class.getName() + "\"]", archive.toString(), NAME);
        Files.delete(archive);
    }

    private static Set<String> libraries(Path jvm) throws IOException, InterruptedException {
        Set<String> libraries = new TreeSet<>();
        for (String binary : new String[] {"bin/java", "lib/server/libjvm.so", "lib/libjava.so", "lib/libnio.so",
            "lib/libzip.so"}) {
            Matcher matcher = LIBRARY.matcher(Command.of("ldd", jvm.resolve(binary).toString()).succeed().output());
            while (matcher.find()) {
                if (!matcher.group(1).startsWith(jvm.toString())) {
                    libraries.add(matcher.group(1));
                }
            }
        }
        return libraries;
    }
}
