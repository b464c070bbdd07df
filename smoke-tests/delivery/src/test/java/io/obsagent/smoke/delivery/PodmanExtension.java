package io.obsagent.smoke.delivery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** podman with our image and the application's loaded. */
final class PodmanExtension extends ToolExtension<Podman> {
    static final Path IMAGE = Path.of("../../distribution/target/obs-agent-java-oci.tar");
    static final Path DIGEST = Path.of("../../distribution/target/obs-agent-java.digest");

    PodmanExtension() {
        super(Podman.class);
    }

    @Override
    Optional<String> obstacle() {
        if (!Files.exists(IMAGE)) {
            return Optional.of("no image: the C compilers are missing (smoke-tests/podman.sh), or mvn package was not run");
        }
        return Podman.obstacle().or(Jlink::obstacle);
    }

    @Override
    Podman start() throws Exception {
        Podman podman = Podman.create();
        try {
            String loaded = podman.succeed("load", "--quiet", "--input", IMAGE.toString()).output().trim();
            podman.succeed("tag", loaded.substring(loaded.lastIndexOf(' ') + 1), Images.AGENT);
            AppImage.importInto(podman);
            return podman;
        } catch (Exception | Error e) {
            podman.close();
            throw e;
        }
    }
}
