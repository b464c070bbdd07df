package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pods as we hand them out, run by podman with our image and a jlinked JVM. */
@ExtendWith(PodmanExtension.class)
class PlayedPodTest {
    @Test
    void theInitContainerManifestRuns(Podman podman) throws Exception {
        Pod template = new Pod(Yaml.map(Yaml.at(Yaml.file("manifests/init-container.yaml").get(0), "spec", "template")));
        Podman.Played played = podman.play(Images.playable(template, "manifest"), "app");

        assertThat(played.exit()).as(played.error()).isZero();
        assertThat(played.output().lines()).contains("agent=true", "user=10001", "root.writable=false",
                "agent.folder.writable=false", "env.OTEL_SERVICE_NAME=shop",
                "env.OTEL_RESOURCE_ATTRIBUTES_POD_NAME=manifest");
        assertThat(played.error()).contains("Picked up JAVA_TOOL_OPTIONS: -XX:MaxRAMPercentage=75 -javaagent:/obs-agent/");
    }

    @Test
    void aCopyThatFailsKeepsTheApplicationFromStarting(Podman podman) throws Exception {
        Pod template = new Pod(Yaml.map(Yaml.at(Yaml.file("manifests/init-container.yaml").get(0), "spec", "template")));
        Pod pod = Images.playable(template, "failing");
        pod.initContainer("obs-agent").put("command", List.of("cp", "/missing.jar", "/obs-agent/javaagent.jar"));
        Podman.Played played = podman.play(pod, "app");

        assertThat(played.exit()).isNotZero();
        assertThat(played.output()).doesNotContain("agent=");
    }
}
