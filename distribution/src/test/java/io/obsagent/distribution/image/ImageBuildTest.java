package io.obsagent.distribution.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageBuildTest {
    @TempDir
    private Path project;

    private Path target;

    @BeforeEach
    void makeAProject() throws IOException {
        target = Files.createDirectories(project.resolve("module/target"));
        Files.writeString(project.resolve("LICENSE"), "licence");
        Files.writeString(project.resolve("NOTICE"), "notice");
        Files.writeString(target.resolve("obs-agent.jar"), "jar");
        Files.writeString(target.resolve("obs-agent.cdx.json"), "{}");
    }

    @Test
    void withoutACompilerTheImageIsSkippedByNameAndAnOldOneIsRemoved() throws Exception {
        Files.writeString(target.resolve("obs-agent-java-oci.tar"), "old");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                "target/classes", ImageBuild.class.getName(), "1.0.0", "2026-01-02T03:04:05Z",
                project.resolve("module").toString(), target.toString());
        builder.environment().put("PATH", project.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output).contains("image: skipped, no C compiler for x86_64");
        assertThat(target.resolve("obs-agent-java-oci.tar")).doesNotExist();
    }
}
