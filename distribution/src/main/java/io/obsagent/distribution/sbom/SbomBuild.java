package io.obsagent.distribution.sbom;

import io.obsagent.distribution.Json;
import io.obsagent.distribution.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** Writes {@code obs-agent.cdx.json}, CycloneDX 1.6. The same jar gives the same bytes. */
public final class SbomBuild {
    private SbomBuild() {}

    /** Arguments: class path file, local Maven repository, agent jar, version, build instant (ISO 8601), file to write. */
    public static void main(String[] arguments) throws IOException {
        Path repository = Path.of(arguments[1]);
        Path jar = Path.of(arguments[2]);
        Set<String> entries = entries(jar);
        List<Library> libraries = new ArrayList<>();
        for (String element : Files.readString(Path.of(arguments[0])).trim().split(":")) {
            Path path = Path.of(element);
            if (path.startsWith(repository) && Library.of(repository, path).isIn(entries)) {
                libraries.add(Library.of(repository, path));
            }
        }
        Files.writeString(Path.of(arguments[5]),
                Json.write(document(libraries, jar, arguments[3], Instant.parse(arguments[4]))));
        System.out.println("sbom: libraries in " + jar.getFileName() + ": " + libraries.size());
    }

    /** Names as the libraries know them: without the folders {@code obs/agent/} and {@code obs/<library>/}. */
    private static Set<String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(entry -> entry.getName().replaceFirst("^obs/[^/]+/", ""))
                    .collect(Collectors.toSet());
        }
    }

    static Map<String, Object> document(List<Library> libraries, Path jar, String version, Instant built)
            throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        String purl = "pkg:maven/io.obsagent/obs-agent@" + version + "?type=jar";
        List<Object> components = new ArrayList<>();
        List<Object> references = new ArrayList<>();
        for (Library library : libraries) {
            components.add(component("library", library.purl(), library.group(), library.name(), library.version(),
                    library.sha256(), Licences.of(library)));
            references.add(library.purl());
        }
        return Json.object(
                "bomFormat", "CycloneDX",
                "specVersion", "1.6",
                "serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(Sha256.of(bytes).getBytes(StandardCharsets.US_ASCII)),
                "version", 1,
                "metadata", Json.object("timestamp", built.toString(), "component", component("application", purl,
                        "io.obsagent", "obs-agent", version, Sha256.of(bytes), List.of("Apache-2.0"))),
                "components", components,
                "dependencies", List.of(Json.object("ref", purl, "dependsOn", references)));
    }

    private static Map<String, Object> component(String type, String purl, String group, String name, String version,
            String sha256, List<String> licences) {
        return Json.object(
                "type", type, "bom-ref", purl, "group", group, "name", name, "version", version,
                "hashes", List.of(Json.object("alg", "SHA-256", "content", sha256)),
                "licenses", licences.stream().map(id -> Map.of("license", Map.of("id", id))).toList(),
                "purl", purl);
    }
}
