package io.obsagent.distribution.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** A release made of a small project that has what the real one has where a release looks. */
class ReleaseBuildTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final String COMMIT = "cd".repeat(20);

    @TempDir
    private Path folder;

    private Path output;

    @BeforeEach
    void release() throws IOException {
        Path project = folder.resolve("project");
        write(project.resolve("distribution/target/obs-agent.jar"), "jar");
        write(project.resolve("distribution/target/obs-agent.cdx.json"), "{}");
        write(project.resolve("distribution/target/obs-agent-java-oci.tar"), "tar");
        write(project.resolve("distribution/target/obs-agent-java.digest"), DIGEST + "\n");
        write(project.resolve("agent/src/main/java/io/obsagent/A.java"), "class A {}");
        write(project.resolve("smoke-tests/src/main/java/io/obsagent/B.java"), "class B {}");
        write(project.resolve("docs/delivery.md"), "# Delivery");
        copy(Path.of("kubernetes"), project.resolve("distribution/kubernetes"));
        copy(Path.of("docker"), project.resolve("distribution/docker"));
        copy(Path.of("src/main/pom"), project.resolve("distribution/src/main/pom"));
        output = folder.resolve("release");
        ReleaseBuild.main(new String[] {project.toString(), output.toString(), "1.2.3", "2026-01-02T03:04:05Z", COMMIT,
            "hub.test/team/agent"});
    }

    @Test
    void everyFileIsInTheChecksumsAndTheProvenance() throws IOException {
        String sums = Files.readString(output.resolve("SHA256SUMS"));
        String provenance = Files.readString(output.resolve("obs-agent-1.2.3.intoto.json"));

        assertThat(sums).contains("  obs-agent-1.2.3.jar\n", "  kubernetes/policy/policy.yaml\n", "  obs-agent-1.2.3.intoto.json\n");
        sums.lines().filter(line -> !line.endsWith(".intoto.json")).forEach(line ->
                assertThat(provenance).contains("\"" + line.substring(66) + "\"", line.substring(0, 64)));
        assertThat(provenance).contains("\"gitCommit\": \"" + COMMIT + "\"", "\"https://slsa.dev/provenance/v1\"");
    }

    @Test
    void noPlaceholderIsLeftInWhatIsHandedOut() throws IOException {
        for (String name : List.of("kubernetes", "docker")) {
            try (Stream<Path> files = Files.walk(output.resolve(name))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    assertThat(Files.readString(file)).as(file.toString())
                            .doesNotContain("registry.example/obs-agent-java", "@sha256:0000");
                }
            }
        }
        assertThat(Files.readString(output.resolve("kubernetes/policy/settings.yaml")))
                .contains("image: hub.test/team/agent@" + DIGEST);
        assertThat(Files.readString(output.resolve("docker/java-tool-options.Dockerfile")))
                .contains("FROM hub.test/team/agent:1.2.3 AS obs-agent");
    }

    /** The list is the one of Central's publishing requirements. */
    @Test
    void thePomHasWhatMavenCentralAsksFor() throws Exception {
        Path pom = central("obs-agent-1.2.3.pom");
        Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()).getDocumentElement();

        for (String name : List.of("groupId", "artifactId", "version", "name", "description", "url", "licenses",
                "developers", "scm")) {
            assertThat(project.getElementsByTagName(name).item(0).getTextContent()).as(name).isNotBlank();
        }
        assertThat(project.getElementsByTagName("version").item(0).getTextContent()).isEqualTo("1.2.3");
        assertThat(project.getElementsByTagName("dependency").getLength()).isZero();
        assertThat(project.getElementsByTagName("parent").getLength()).isZero();
    }

    @Test
    void centralGetsJarSourcesAndDocumentationWithTheirSums() throws IOException {
        for (String name : List.of(".jar", "-sources.jar", "-javadoc.jar", ".pom")) {
            assertThat(central("obs-agent-1.2.3" + name)).exists();
            assertThat(central("obs-agent-1.2.3" + name + ".md5")).content().hasSize(32);
            assertThat(central("obs-agent-1.2.3" + name + ".sha1")).content().hasSize(40);
        }
        try (ZipFile sources = new ZipFile(central("obs-agent-1.2.3-sources.jar").toFile())) {
            assertThat(sources.stream().map(Object::toString)).containsExactly("io/obsagent/A.java");
        }
    }

    private Path central(String name) {
        return output.resolve("central/io/obsagent/obs-agent/1.2.3").resolve(name);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                write(to.resolve(from.relativize(file).toString()), Files.readString(file));
            }
        }
    }
}
