package io.obsagent.distribution.release;

import io.obsagent.distribution.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a release together from what {@code mvn package} built: jar, image, SBOM, rendered files, the folder for Maven
 * Central, checksums over all of them and the provenance statement. Called by {@code distribution/release.sh}.
 */
public final class ReleaseBuild {
    private ReleaseBuild() {}

    /**
     * Arguments: project folder, output folder, version, build instant (ISO 8601), commit, name of the image without
     * digest.
     */
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        Path output = Files.createDirectories(Path.of(arguments[1]));
        String version = arguments[2];
        Instant built = Instant.parse(arguments[3]);
        Path target = project.resolve("distribution/target");

        List<Path> files = new ArrayList<>();
        files.add(copy(target.resolve("obs-agent.jar"), output.resolve("obs-agent-" + version + ".jar")));
        files.add(copy(target.resolve("obs-agent.cdx.json"), output.resolve("obs-agent-" + version + ".cdx.json")));
        Path image = target.resolve("obs-agent-java-oci.tar");
        if (Files.exists(image)) {
            files.add(copy(image, output.resolve("obs-agent-java-" + version + "-oci.tar")));
            String digest = Files.readString(target.resolve("obs-agent-java.digest")).trim();
            files.addAll(new RenderedFiles(arguments[5], digest, version).render(project.resolve("distribution"), output));
        } else {
            System.out.println("release: without image and manifests, the image was not built");
        }
        files.addAll(CentralFiles.write(project, output, version, built));
        files.add(Files.writeString(output.resolve("obs-agent-" + version + ".intoto.json"),
                Json.write(Provenance.statement(output, files, arguments[4], built))));
        Files.writeString(output.resolve("SHA256SUMS"), Checksums.lines(output, files));
        System.out.println("release: " + files.size() + " files in " + output);
    }

    private static Path copy(Path from, Path to) throws IOException {
        return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
