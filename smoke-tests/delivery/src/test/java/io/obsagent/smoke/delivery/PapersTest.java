package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obsagent.smoke.harness.AgentJar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The papers in and beside the packaged jar tell the truth about it. */
class PapersTest {
    private static final Path SBOM = Path.of("../../distribution/target/obs-agent.cdx.json");

    @Test
    void everyLibraryOfTheSbomIsInNotice() throws Exception {
        assumeTrue(Files.exists(SBOM), "mvn package was not run");
        String notice = entry("META-INF/NOTICE");

        for (Map<String, Object> component : Yaml.maps(Yaml.one(Files.readString(SBOM)).get("components"))) {
            String group = (String) component.get("group");
            assertThat(notice).as(component.toString())
                    .containsAnyOf(group + ":*", group + ":" + component.get("name"), ", " + component.get("name"));
        }
    }

    @Test
    void thePackagesInTheJarBelongToUsOrToALibraryOfTheSbom() throws Exception {
        assumeTrue(Files.exists(SBOM), "mvn package was not run");
        String sbom = Files.readString(SBOM);

        try (ZipFile jar = new ZipFile(AgentJar.packaged().toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName().replaceFirst("^obs/[^/]+/", ""))
                    .filter(name -> name.endsWith(".class"))
                    .map(PapersTest::owner).distinct().filter(owner -> !owner.equals("io.obsagent")))
                    .allSatisfy(owner -> assertThat(sbom).contains("\"group\": \"" + owner + "\""));
        }
    }

    @Test
    void theJarCarriesItsLicence() throws Exception {
        assertThat(entry("META-INF/LICENSE")).contains("Apache License", "Version 2.0, January 2004");
    }

    /** The Maven group whose code has these packages. */
    private static String owner(String name) {
        if (name.startsWith("one/")) {
            return "tools.profiler";
        }
        return name.startsWith("java/lang/") ? "io.obsagent" : name.split("/")[0] + "." + name.split("/")[1];
    }

    private static String entry(String name) throws Exception {
        try (ZipFile jar = new ZipFile(AgentJar.packaged().toFile())) {
            return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
