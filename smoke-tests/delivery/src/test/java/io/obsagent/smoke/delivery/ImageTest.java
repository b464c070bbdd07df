package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obsagent.smoke.harness.AgentJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The image in each of its uses. */
@ExtendWith(PodmanExtension.class)
class ImageTest {
    private static final String AGENT = "-javaagent:/obs-agent/javaagent.jar";

    @Test
    void hasTheDigestThatTheManifestsName(Podman podman) throws Exception {
        String digest = podman.succeed("image", "inspect", "--format", "{{.Digest}}", Images.AGENT).output().trim();

        assertThat(digest).isEqualTo(Files.readString(PodmanExtension.DIGEST).trim());
    }

    @Test
    void holdsTheJarTheCopierAndThePapersAndNothingElse(Podman podman, @TempDir Path folder) throws Exception {
        String id = podman.succeed("create", Images.AGENT).output().trim();
        Path archive = folder.resolve("image.tar");
        podman.succeed("export", "--output", archive.toString(), id);
        podman.succeed("rm", id);
        String listing = Command.of("tar", "-tvf", archive.toString()).succeed().output();

        assertThat(listing.lines().filter(line -> line.startsWith("-"))
                .map(line -> line.split(" +")[0] + " " + line.split(" +")[1] + " " + line.split(" +")[5]))
                .containsExactlyInAnyOrder("-rw-r--r-- 0/0 LICENSE", "-rw-r--r-- 0/0 NOTICE", "-rw-r--r-- 0/0 javaagent.jar",
                        "-rw-r--r-- 0/0 sbom.cdx.json", "-rwxr-xr-x 0/0 bin/cp");
    }

    @Test
    void answersTheOperatorsCommandWithoutPrivilegesIn16MiB(Podman podman, @TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        podman.succeed("run", "--rm", "--network=none", "--read-only", "--cap-drop=ALL", "--memory=16m",
                "--security-opt=no-new-privileges", "--volume", folder + ":/otel-auto-instrumentation-java", Images.AGENT,
                "cp", "/javaagent.jar", "/otel-auto-instrumentation-java/javaagent.jar");

        assertThat(folder.resolve("javaagent.jar")).hasSameBinaryContentAs(AgentJar.packaged());
        assertThat(Files.getAttribute(folder.resolve("javaagent.jar"), "unix:uid")).isEqualTo(65532);
    }

    @Test
    void bothArchitecturesCopyToAnotherPlaceWithTheirDigests(@TempDir Path folder) throws Exception {
        assumeTrue(Command.find("skopeo").isPresent(), "no skopeo on this machine");
        assumeTrue(Files.exists(PodmanExtension.IMAGE), "no image, see podman.sh");
        Command.of("skopeo", "--insecure-policy", "copy", "--all", "--preserve-digests", "oci-archive:" + PodmanExtension.IMAGE,
                "dir:" + folder).succeed();
        String index = Files.readString(folder.resolve("manifest.json"));

        assertThat(index).contains("\"amd64\"", "\"arm64\"");
        assertThat(sha256(index)).isEqualTo(Files.readString(PodmanExtension.DIGEST).trim());
    }

    @Test
    void servesAsAnImageVolume(Podman podman) throws Exception {
        Command.Result result = podman.succeed("run", "--rm", "--network=none", "--read-only",
                "--mount", "type=image,source=" + Images.AGENT + ",destination=/obs-agent",
                "--env", "JAVA_TOOL_OPTIONS=" + AGENT, AppImage.NAME);

        assertThat(result.output().lines()).contains("agent=true", "agent.folder.writable=false");
    }

    @Test
    void theDockerfileForEveryJvmWorks(Podman podman, @TempDir Path folder) throws Exception {
        build(podman, "java-tool-options", folder);
        Command.Result app = podman.succeed("run", "--rm", "--network=none", "localhost/java-tool-options");
        Command.Result keytool = podman.succeed("run", "--rm", "--network=none", "localhost/java-tool-options",
                "keytool", "-help");

        assertThat(app.output().lines()).contains("agent=true");
        assertThat(app.error()).contains("Picked up JAVA_TOOL_OPTIONS");
        assertThat(keytool.output() + keytool.error()).contains("Picked up JAVA_TOOL_OPTIONS").doesNotContain("[obs-agent]");
    }

    @Test
    void theDockerfileForJavaAloneLeavesToolsInPeace(Podman podman, @TempDir Path folder) throws Exception {
        build(podman, "jdk-java-options", folder);
        Command.Result app = podman.succeed("run", "--rm", "--network=none", "localhost/jdk-java-options");
        Command.Result keytool = podman.succeed("run", "--rm", "--network=none", "localhost/jdk-java-options",
                "keytool", "-help");

        assertThat(app.output().lines()).contains("agent=true");
        assertThat(keytool.output() + keytool.error()).doesNotContain("Picked up", "NOTE:", "[obs-agent]");
    }

    @Test
    void anEmptyFileOverTheKillSwitchStartsWithoutTheAgent(Podman podman, @TempDir Path folder) throws Exception {
        build(podman, "kill-switch", folder);
        Path empty = Files.createFile(folder.resolve("empty"));
        Command.Result on = podman.succeed("run", "--rm", "--network=none", "localhost/kill-switch");
        Command.Result off = podman.succeed("run", "--rm", "--network=none",
                "--volume", empty + ":/opt/obs-agent/jvm-options:ro", "localhost/kill-switch");

        assertThat(on.output().lines()).contains("agent=true");
        assertThat(off.output().lines()).contains("agent=false");
    }

    /** Builds the Dockerfile as handed out, its two images replaced by the loaded ones. */
    private static void build(Podman podman, String name, Path folder) throws Exception {
        Path docker = Path.of("../../distribution/docker");
        String text = Files.readString(docker.resolve(name + ".Dockerfile"));
        assertThat(text).contains("registry.example/obs-agent-java:1.0.0", "eclipse-temurin:21-jre");
        Files.writeString(folder.resolve("Dockerfile"), text.replace("registry.example/obs-agent-java:1.0.0", Images.AGENT)
                .replace("eclipse-temurin:21-jre", AppImage.NAME));
        Files.copy(docker.resolve("jvm-options"), folder.resolve("jvm-options"));
        podman.succeed("build", "--quiet", "--pull=never", "--tag", "localhost/" + name, folder.toString());
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8"));
        return "sha256:" + HexFormat.of().formatHex(digest);
    }
}
