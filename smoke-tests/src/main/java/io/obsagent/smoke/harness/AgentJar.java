package io.obsagent.smoke.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the packaged agent is: the system property {@code obs.test.agent}, else where the build leaves it. */
public final class AgentJar {
    private static final String BUILT = "distribution/target/obs-agent.jar";

    private AgentJar() {
    }

    /** The packaged jar; fails with the command that builds it when it is missing. */
    public static Path packaged() {
        String given = System.getProperty("obs.test.agent");
        Path jar = given != null ? Path.of(given) : Projects.root().resolve(BUILT);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("no agent at " + jar + "; build it with: mvn -B package -DskipTests");
        }
        return jar.toAbsolutePath().normalize();
    }
}
