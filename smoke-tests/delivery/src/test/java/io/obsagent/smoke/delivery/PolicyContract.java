package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the mutating policy does to pods of every shape, whoever evaluates it. */
abstract class PolicyContract {
    private static final String AGENT = "-javaagent:/obs-agent/javaagent.jar";

    /** The pod as the policy leaves it, with the settings of {@code settings.yaml} and {@code changes} over them. */
    abstract Pod admit(Pod pod, Map<String, String> changes) throws Exception;

    private Pod admit(Pod pod) throws Exception {
        return admit(pod, Map.of());
    }

    @Test
    void aPodWithoutOptionsGetsThem() throws Exception {
        Pod pod = admit(Pod.withContainers("[{name: app, image: shop}]"));

        assertThat(pod.env("app")).containsEntry("JAVA_TOOL_OPTIONS", AGENT);
        assertThat(pod.container("app")).extracting("volumeMounts").isEqualTo(
                List.of(Map.of("name", "obs-agent", "mountPath", "/obs-agent", "readOnly", true)));
        assertThat(pod.volume("obs-agent")).extracting("emptyDir").isEqualTo(Map.of("sizeLimit", "64Mi"));
        assertThat(pod.initContainer("obs-agent"))
                .containsEntry("command", List.of("cp", "/javaagent.jar", "/obs-agent/javaagent.jar"))
                .containsEntry("volumeMounts", List.of(Map.of("name", "obs-agent", "mountPath", "/obs-agent")));
    }

    @Test
    void ownOptionsStayAndComeFirst() throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: app, image: shop, env: [{name: JAVA_TOOL_OPTIONS, value: -Xmx256m}, {name: A, value: b}]}]"""));

        assertThat(pod.env("app")).containsEntry("JAVA_TOOL_OPTIONS", "-Xmx256m " + AGENT).containsEntry("A", "b");
        assertThat(Yaml.at(pod.container("app"), "env", 0, "name")).isEqualTo("JAVA_TOOL_OPTIONS");
    }

    @Test
    void emptyOptionsAreFilled() throws Exception {
        Pod pod = admit(Pod.withContainers("[{name: app, image: shop, env: [{name: JAVA_TOOL_OPTIONS}]}]"));

        assertThat(pod.env("app")).containsEntry("JAVA_TOOL_OPTIONS", AGENT);
    }

    @Test
    void ofOptionsGivenTwiceTheLastCounts() throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: app, image: shop, env: [
                  {name: JAVA_TOOL_OPTIONS, value: -Xmx1m}, {name: A, value: b}, {name: JAVA_TOOL_OPTIONS, value: -Xmx2m}]}]"""));

        assertThat(Yaml.at(pod.container("app"), "env", 0, "value")).isEqualTo("-Xmx1m");
        assertThat(Yaml.at(pod.container("app"), "env", 2, "value")).isEqualTo("-Xmx2m " + AGENT);
    }

    @Test
    void optionsFromElsewhereAreLeftAlone() throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: app, image: shop, env: [
                  {name: JAVA_TOOL_OPTIONS, valueFrom: {configMapKeyRef: {name: jvm, key: options}}}]}]"""));

        assertThat(pod.isWithoutAgent()).isTrue();
    }

    @Test
    void aContainerWithAnotherAgentIsLeftAlone() throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: tool, image: x, env: [{name: JAVA_TOOL_OPTIONS, value: "-javaagent:/dd.jar"}]},
                 {name: launcher, image: x, env: [{name: JDK_JAVA_OPTIONS, value: "-Xmx1g -javaagent:/otel.jar"}]},
                 {name: command, image: x, command: [java, "-javaagent:/nr.jar", -jar, app.jar]},
                 {name: args, image: x, args: ["-javaagent:/el.jar"]},
                 {name: free, image: x}]"""));

        assertThat(pod.names("containers")).filteredOn(name -> !pod.isWithoutAgent(name)).containsExactly("free");
    }

    @Test
    void eachOfSeveralContainersIsTreatedByItself() throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: a, image: x},
                 {name: b, image: x, env: [{name: A, value: b}], volumeMounts: [{name: data, mountPath: /data}]},
                 {name: c, image: x, env: [{name: A, value: b}, {name: JAVA_TOOL_OPTIONS, value: -Xss1m}]}]
                  , volumes: [{name: data, emptyDir: {}}]"""));

        assertThat(pod.env("a")).containsEntry("JAVA_TOOL_OPTIONS", AGENT);
        assertThat(pod.env("b")).containsEntry("JAVA_TOOL_OPTIONS", AGENT).containsEntry("A", "b");
        assertThat(pod.env("c")).containsEntry("JAVA_TOOL_OPTIONS", "-Xss1m " + AGENT);
        assertThat(pod.env("c").get("OTEL_RESOURCE_ATTRIBUTES")).endsWith(",k8s.container.name=c");
        assertThat(Yaml.maps(pod.container("b").get("volumeMounts"))).extracting(mount -> mount.get("mountPath"))
                .containsExactly("/data", "/obs-agent");
        assertThat(pod.names("volumes")).containsExactly("data", "obs-agent");
    }

    @Test
    void theAnnotationChoosesContainers() throws Exception {
        Pod pod = Pod.withContainers("[{name: a, image: x}, {name: b, image: x}, {name: c, image: x}]");
        Yaml.map(pod.document().get("metadata")).put("annotations", Map.of("obsagent.io/containers", "a, c"));
        Pod admitted = admit(pod);

        assertThat(admitted.names("containers")).filteredOn(name -> !admitted.isWithoutAgent(name))
                .containsExactly("a", "c");
    }

    @Test
    void envFromNeedsTheAnnotation() throws Exception {
        String container = "[{name: app, image: x, envFrom: [{configMapRef: {name: jvm}}]}]";
        Pod named = Pod.withContainers(container);
        Yaml.map(named.document().get("metadata")).put("annotations", Map.of("obsagent.io/containers", "app"));

        assertThat(admit(Pod.withContainers(container)).isWithoutAgent()).isTrue();
        assertThat(admit(named).env("app")).containsEntry("JAVA_TOOL_OPTIONS", AGENT);
    }

    @Test
    void initContainersOfThePodStayInFront() throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: app, image: x}], initContainers: [{name: migrate, image: migrations, command: [flyway]}]"""));

        assertThat(pod.names("initContainers")).containsExactly("migrate", "obs-agent");
        assertThat(pod.initContainer("migrate")).containsEntry("command", List.of("flyway"));
    }

    @Test
    void aVolumeOfOurNameThatIsNotOursLeavesThePodAlone() throws Exception {
        Pod pod = admit(Pod.withContainers("[{name: app, image: x}], volumes: [{name: obs-agent, emptyDir: {}}]"));

        assertThat(pod.isWithoutAgent()).isTrue();
    }

    @Test
    void anInitContainerOfOurNameThatIsNotOursLeavesThePodAlone() throws Exception {
        Pod pod = admit(Pod.withContainers("[{name: app, image: x}], initContainers: [{name: obs-agent, image: migrations}]"));

        assertThat(pod.isWithoutAgent()).isTrue();
    }

    @Test
    void aTakenMountPathLeavesTheContainerAlone() throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: app, image: x, volumeMounts: [{name: data, mountPath: /obs-agent}]}, {name: b, image: x}]
                  , volumes: [{name: data, emptyDir: {}}]"""));

        assertThat(pod.container("app")).doesNotContainKey("env");
        assertThat(pod.env("b")).containsEntry("JAVA_TOOL_OPTIONS", AGENT);
    }

    @Test
    void settingsBecomeVariablesUnlessTheContainerSetsThem() throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: a, image: x}, {name: b, image: x, env: [{name: OTEL_TRACES_SAMPLER_ARG, value: "1"}]}]"""),
                Map.of("OTEL_TRACES_SAMPLER_ARG", "0.1", "OBS_LOG_LEVEL", "warn", "note", "for humans"));

        assertThat(pod.env("a")).containsEntry("OTEL_TRACES_SAMPLER_ARG", "0.1").containsEntry("OBS_LOG_LEVEL", "warn")
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://otel-collector.observability:4318")
                .doesNotContainKeys("note", "image", "delivery");
        assertThat(pod.env("b")).containsEntry("OTEL_TRACES_SAMPLER_ARG", "1");
    }

    @Test
    void serviceAndResourceComeFromTheDownwardApi() throws Exception {
        Map<String, String> env = admit(Pod.withContainers("[{name: app, image: x}]")).env("app");

        assertThat(env).containsEntry("OTEL_SERVICE_NAME", "@metadata.labels['app']")
                .containsEntry("OTEL_RESOURCE_ATTRIBUTES_POD_NAME", "@metadata.name")
                .containsEntry("OTEL_RESOURCE_ATTRIBUTES_NODE_NAME", "@spec.nodeName");
        List<String> order = List.copyOf(env.keySet());
        assertThat(env.get("OTEL_RESOURCE_ATTRIBUTES")).contains("k8s.pod.name=$(OTEL_RESOURCE_ATTRIBUTES_POD_NAME)");
        assertThat(order.indexOf("OTEL_RESOURCE_ATTRIBUTES_POD_NAME"))
                .as("the kubelet expands only what comes before").isLessThan(order.indexOf("OTEL_RESOURCE_ATTRIBUTES"));
    }

    @Test
    void ownResourceAttributesAreNotContradicted() throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: app, image: x, env: [{name: OTEL_RESOURCE_ATTRIBUTES, value: service.name=cart}]}]"""));

        assertThat(pod.env("app")).containsEntry("OTEL_RESOURCE_ATTRIBUTES", "service.name=cart")
                .doesNotContainKeys("OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES_POD_NAME");
    }

    @Test
    void anImageVolumeNeedsNoInitContainer() throws Exception {
        Pod pod = admit(Pod.withContainers("[{name: app, image: x}]"), Map.of("delivery", "image-volume"));

        assertThat(Yaml.map(pod.volume("obs-agent").get("image"))).containsEntry("pullPolicy", "IfNotPresent")
                .extracting("reference").asString().startsWith("registry.example/obs-agent-java@sha256:");
        assertThat(pod.names("initContainers")).isEmpty();
        assertThat(pod.env("app")).containsEntry("JAVA_TOOL_OPTIONS", AGENT);
    }

    @Test
    void aPodThatHasTheAgentIsLeftAsItIs() throws Exception {
        Pod once = admit(Pod.withContainers("[{name: app, image: x}]"));

        assertThat(admit(once).document().get("spec")).isEqualTo(once.document().get("spec"));
    }

    @Test
    @ExtendWith(PodmanExtension.class)
    void thePodRuns(Podman podman) throws Exception {
        Pod pod = admit(Pod.withContainers("""
                [{name: app, image: x, env: [{name: JAVA_TOOL_OPTIONS, value: -Xmx64m}],
                  securityContext: {readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, runAsUser: 10002,
                    capabilities: {drop: [ALL]}}}]"""));
        Podman.Played played = podman.play(Images.playable(pod, "policy"), "app");

        assertThat(played.exit()).as(played.error()).isZero();
        assertThat(played.output().lines()).contains("agent=true", "user=10002", "root.writable=false",
                "agent.folder.writable=false", "heap=64");
    }

    @Test
    void windowsIsLeftAlone() throws Exception {
        Pod pod = admit(Pod.withContainers("[{name: app, image: x}], os: {name: windows}"));

        assertThat(pod.isWithoutAgent()).isTrue();
    }
}
