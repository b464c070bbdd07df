package io.obsagent.distribution.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Kubernetes and Docker files with the image's real name: a digest where clusters pull it, the version where people
 * read it.
 *
 * @param image repository, such as {@code registry.example/obs-agent-java}
 * @param digest {@code sha256:...} of the image index
 */
record RenderedFiles(String image, String digest, String version) {
    private static final String PLACEHOLDER = "registry.example/obs-agent-java";

    List<Path> render(Path distribution, Path output) throws IOException {
        List<Path> rendered = new ArrayList<>();
        for (String name : new String[] {"kubernetes", "docker"}) {
            try (Stream<Path> files = Files.walk(distribution.resolve(name))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    Path target = output.resolve(distribution.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    rendered.add(Files.writeString(target, render(Files.readString(file))));
                }
            }
        }
        return rendered;
    }

    String render(String text) {
        return text.replace(PLACEHOLDER + "@sha256:" + "0".repeat(64), image + "@" + digest)
                .replaceAll(PLACEHOLDER + ":[\\w.-]+", image + ":" + version);
    }
}
