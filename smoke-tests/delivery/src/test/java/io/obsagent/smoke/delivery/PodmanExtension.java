package io.obsagent.smoke.delivery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one podman for the whole run, with our image and the application's loaded, or skips them. */
final class PodmanExtension implements ParameterResolver {
    static final Path IMAGE = Path.of("../../distribution/target/obs-agent-java-oci.tar");
    static final Path DIGEST = Path.of("../../distribution/target/obs-agent-java.digest");

    private static final ExtensionContext.Namespace ROOM = ExtensionContext.Namespace.create(PodmanExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Podman.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Optional<String> obstacle = Podman.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle.orElse(""));
        assumeTrue(Files.exists(IMAGE), "no image: the C compilers were missing, or mvn package was not run");
        return context.getRoot().getStore(ROOM).getOrComputeIfAbsent("podman", key -> new Started(), Started.class).podman;
    }

    private static final class Started implements AutoCloseable {
        private final Podman podman;

        Started() {
            try {
                podman = Podman.create();
                String loaded = podman.succeed("load", "--quiet", "--input", IMAGE.toString()).output().trim();
                podman.succeed("tag", loaded.substring(loaded.lastIndexOf(' ') + 1), Images.AGENT);
                AppImage.importInto(podman);
            } catch (Exception e) {
                throw new IllegalStateException("podman does not load the images", e);
            }
        }

        @Override
        public void close() throws Exception {
            podman.close();
        }
    }
}
