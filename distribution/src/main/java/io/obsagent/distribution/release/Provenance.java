package io.obsagent.distribution.release;

import io.obsagent.distribution.Json;
import io.obsagent.distribution.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An in-toto statement (v1) with SLSA provenance (v1): which files came out of which commit, and how. Unsigned; whoever
 * publishes signs it. It names no time but the one the build is given: the statement is as reproducible as the files.
 */
final class Provenance {
    private static final String SOURCE = "git+https://github.com/obsagent/obs-agent";

    private Provenance() {}

    static Map<String, Object> statement(Path folder, List<Path> files, String commit, Instant built) throws IOException {
        List<Object> subjects = new ArrayList<>();
        for (Path file : files.stream().sorted().toList()) {
            subjects.add(Json.object("name", folder.relativize(file).toString(),
                    "digest", Map.of("sha256", Sha256.of(Files.readAllBytes(file)))));
        }
        return Json.object(
                "_type", "https://in-toto.io/Statement/v1",
                "subject", subjects,
                "predicateType", "https://slsa.dev/provenance/v1",
                "predicate", Json.object(
                        "buildDefinition", Json.object(
                                "buildType", SOURCE.substring(4) + "/blob/main/distribution/release.sh",
                                "externalParameters", Json.object("repository", SOURCE, "commit", commit),
                                "internalParameters", Json.object(
                                        "java", System.getProperty("java.version"),
                                        "outputTimestamp", built.toString()),
                                "resolvedDependencies", List.of(Json.object(
                                        "uri", SOURCE + "@" + commit, "digest", Map.of("gitCommit", commit)))),
                        "runDetails", Json.object(
                                "builder", Map.of("id", SOURCE.substring(4) + "/blob/main/distribution/release.sh"))));
    }
}
