package io.obsagent.distribution.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code obs-agent-java-oci.tar} and, beside it, the digest that deployments pin. Where a C compiler for one of
 * the two architectures is missing nothing is written, by name, and the build goes on: the jar is the product.
 */
public final class ImageBuild {
    private static final String ARCHIVE = "obs-agent-java-oci.tar";
    private static final String DIGEST = "obs-agent-java.digest";
    private static final String NAME = "localhost/obs-agent-java:";
    /** The "nonroot" user of distroless images: present by number only, as every user in an image from scratch is. */
    private static final String USER = "65532:65532";
    private static final Map<String, String> MACHINES = new LinkedHashMap<>();

    static {
        MACHINES.put("amd64", "x86_64");
        MACHINES.put("arm64", "aarch64");
    }

    private ImageBuild() {}

    /** Arguments: version, build instant (ISO 8601), folder of the module, folder of its build output. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        build(arguments[0], Instant.parse(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
    }

    private static void build(String version, Instant created, Path module, Path target)
            throws IOException, InterruptedException {
        byte[] files = new Tar(created)
                .file("LICENSE", 0644, Files.readAllBytes(module.resolve("../LICENSE")))
                .file("NOTICE", 0644, Files.readAllBytes(module.resolve("../NOTICE")))
                .file("javaagent.jar", 0644, Files.readAllBytes(target.resolve("obs-agent.jar")))
                .file("sbom.cdx.json", 0644, Files.readAllBytes(target.resolve("obs-agent.cdx.json")))
                .bytes();
        // Of an earlier build: better no image than one with another jar.
        Files.deleteIfExists(target.resolve(ARCHIVE));
        Files.deleteIfExists(target.resolve(DIGEST));
        OciArchive archive = new OciArchive(created, labels(version));
        for (Map.Entry<String, String> machine : MACHINES.entrySet()) {
            Optional<Copier> copier = Copier.find(machine.getValue());
            if (copier.isEmpty()) {
                System.out.println("image: skipped, no C compiler for " + machine.getValue() + " (Debian: gcc-"
                        + machine.getValue().replace('_', '-') + "-linux-gnu)");
                return;
            }
            byte[] program = copier.get().compile(module.resolve("src/main/c/cp.c"));
            byte[] bin = new Tar(created).folder("bin").file("bin/cp", 0755, program).bytes();
            archive.add(machine.getKey(), runtime(), files, bin);
        }
        Files.write(target.resolve(ARCHIVE), archive.tar(NAME + version));
        Files.writeString(target.resolve(DIGEST), archive.index().digest() + "\n");
        System.out.println("image: " + NAME + version + " " + archive.index().digest());
    }

    private static Map<String, String> labels(String version) {
        return Map.of(
                "org.opencontainers.image.title", "obs-agent-java",
                "org.opencontainers.image.description", "obs-agent.jar and a cp that puts it into a shared volume",
                "org.opencontainers.image.version", version,
                "org.opencontainers.image.licenses", "Apache-2.0");
    }

    private static Map<String, ?> runtime() {
        return Map.of(
                "User", USER,
                "Env", List.of("PATH=/bin"),
                "Cmd", List.of("cp", "/javaagent.jar", "/obs-agent/javaagent.jar"));
    }
}
