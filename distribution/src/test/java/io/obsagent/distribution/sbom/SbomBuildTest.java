package io.obsagent.distribution.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbomBuildTest {
    @TempDir
    private Path folder;

    private Path agent;

    @BeforeEach
    void makeJars() throws IOException {
        library("io/opentelemetry", "opentelemetry-sdk", "io/opentelemetry/sdk/Sdk.class");
        library("net/bytebuddy", "byte-buddy", "net/bytebuddy/jar/asm/ClassReader.class");
        library("com/example", "not-packed", "com/example/Unused.class");
        agent = zip(folder.resolve("agent.jar"), "obs/agent/io/opentelemetry/sdk/Sdk.class",
                "obs/agent/net/bytebuddy/jar/asm/ClassReader.class", "io/obsagent/Premain.class");
    }

    @Test
    void namesWhatIsInsideAndNothingElse() throws Exception {
        String sbom = sbom("opentelemetry-sdk", "byte-buddy", "not-packed");

        assertThat(sbom).contains("\"purl\": \"pkg:maven/io.opentelemetry/opentelemetry-sdk@1.0?type=jar\"",
                "\"purl\": \"pkg:maven/net.bytebuddy/byte-buddy@1.0?type=jar\"", "\"id\": \"BSD-3-Clause\"");
        assertThat(sbom).doesNotContain("not-packed");
    }

    @Test
    void followsTheCycloneDxSchema() throws Exception {
        Path file = Files.writeString(folder.resolve("sbom.json"), sbom("opentelemetry-sdk", "byte-buddy"));

        assertThat(new JsonParser().validate(file.toFile(), Version.VERSION_16)).isEmpty();
        assertThat(new JsonParser().parse(file.toFile()).getComponents()).hasSize(2);
    }

    @Test
    void theSameJarGivesTheSameBytes() throws Exception {
        assertThat(sbom("byte-buddy")).isEqualTo(sbom("byte-buddy"));
    }

    @Test
    void aLibraryOfUnknownLicenceStopsTheBuild() throws Exception {
        zip(agent, "obs/agent/com/example/Unused.class");

        assertThatThrownBy(() -> sbom("not-packed")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("com.example:not-packed").hasMessageContaining("NOTICE");
    }

    @Test
    void everyCheckedLicenceHasItsParagraphInNotice() throws Exception {
        String notice = Files.readString(Path.of("../NOTICE"));

        assertThat(notice).contains("io.opentelemetry:*", "net.bytebuddy:byte-buddy", "tools.profiler:async-profiler",
                "BSD 3-Clause License of ASM");
    }

    private String sbom(String... libraries) throws Exception {
        List<String> paths = List.of(libraries).stream().map(name -> jar(group(name), name).toString()).toList();
        Path classPath = Files.writeString(folder.resolve("class-path"), String.join(":", paths));
        Path file = folder.resolve("out.json");
        SbomBuild.main(new String[] {classPath.toString(), folder.resolve("repository").toString(), agent.toString(), "1.2.3",
            "2026-01-02T03:04:05Z", file.toString()});
        return Files.readString(file);
    }

    private static String group(String name) {
        return name.startsWith("opentelemetry") ? "io/opentelemetry" : name.startsWith("byte") ? "net/bytebuddy" : "com/example";
    }

    private Path jar(String group, String name) {
        return folder.resolve("repository").resolve(group).resolve(name).resolve("1.0").resolve(name + "-1.0.jar");
    }

    private void library(String group, String name, String entry) throws IOException {
        Files.createDirectories(jar(group, name).getParent());
        zip(jar(group, name), "META-INF/MANIFEST.MF", entry);
    }

    private static Path zip(Path file, String... names) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return file;
    }
}
