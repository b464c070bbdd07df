package io.obsagent.distribution.release;

import io.obsagent.distribution.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
            subjects.add(ordered("name", folder.relativize(file).toString(),
                    "digest", Map.of("sha256", Sha256.of(Files.readAllBytes(file)))));
        }
        return ordered(
                "_type", "https://in-toto.io/Statement/v1",
                "subject", subjects,
                "predicateType", "https://slsa.dev/provenance/v1",
                "predicate", ordered(
                        "buildDefinition", ordered(
                                "buildType", SOURCE.substring(4) + "/blob/main/distribution/release.sh",
                                "externalParameters", ordered("repository", SOURCE, "commit", commit),
                                "internalParameters", ordered(
                                        "java", System.getProperty("java.version"),
                                        "outputTimestamp", built.toString()),
                                "resolvedDependencies", List.of(ordered(
                                        "uri", SOURCE + "@" + commit, "digest", Map.of("gitCommit", commit)))),
                        "runDetails", ordered(
                                "builder", Map.of("id", SOURCE.substring(4) + "/blob/main/distribution/release.sh"))));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
