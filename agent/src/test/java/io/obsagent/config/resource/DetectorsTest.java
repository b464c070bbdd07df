package io.obsagent.config.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.config.ResourceSettings;
import io.obsagent.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Host, process, container and cloud, in surroundings made of a folder and maps. */
class DetectorsTest {
    private static final String ID = "0123456789abcdef".repeat(4);
    private static final String SANDBOX = "fedcba9876543210".repeat(4);

    @TempDir Path root;
    private final Map<String, String> environment = new HashMap<>();

    private Map<String, Object> detect(String... settings) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            variables.put(settings[i], settings[i + 1]);
        }
        Surroundings surroundings = new Surroundings(environment, System.getProperties(), root.toFile(), root.toFile());
        return ResourceAttributes.detect(ResourceSettings.of(Settings.of(null, Collections.emptyMap(), variables)), surroundings);
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void whatEveryProcessHas() throws IOException {
        write("proc/sys/kernel/hostname", "box\n");
        write("proc/sys/kernel/random/uuid", "5a2b7d0e-0000-4000-8000-000000000001\n");
        write("etc/machine-id", "4711\n");
        write("proc/self/cmdline", "java\0-Xmx1g\0-jar\0app.jar\0");

        assertThat(detect())
            .containsEntry("service.instance.id", "5a2b7d0e-0000-4000-8000-000000000001")
            .containsEntry("telemetry.distro.name", "obs-agent")
            .containsEntry("telemetry.sdk.language", "java")
            .containsEntry("host.name", "box")
            .containsEntry("host.id", "4711")
            .containsEntry("process.pid", ProcessHandle.current().pid())
            .containsEntry("process.command_args", Arrays.asList("java", "-Xmx1g", "-jar", "app.jar"))
            .containsEntry("process.runtime.version", System.getProperty("java.runtime.version"))
            .containsKeys("os.type", "os.description", "os.version", "host.arch", "telemetry.sdk.version", "telemetry.distro.version");
        assertThat((String) detect().get("telemetry.sdk.version")).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void whatTheUserSaysWins() throws IOException {
        write("proc/sys/kernel/hostname", "box");

        assertThat(detect("OTEL_RESOURCE_ATTRIBUTES", "host.name=mine,service.instance.id=7,team=a"))
            .containsEntry("host.name", "mine")
            .containsEntry("service.instance.id", "7")
            .containsEntry("team", "a");
    }

    @Test
    void withoutTheKernelsHelpTheInstanceIsStillUnique() {
        assertThat(detect().get("service.instance.id")).isNotEqualTo(detect().get("service.instance.id"));
    }

    @ParameterizedTest
    @CsvSource({"x86_64,amd64", "amd64,amd64", "aarch64,arm64", "i386,x86", "s390x,s390x", "ppc64le,ppc64"})
    void architectures(String name, String expected) {
        assertThat(HostDetector.architecture(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Linux,linux", "Windows Server 2022,windows", "Mac OS X,darwin", "SunOS,solaris", "AIX,aix", "HP-UX,hpux"})
    void systems(String name, String expected) {
        assertThat(HostDetector.type(name)).isEqualTo(expected);
    }

    @Test
    void secretsOfTheCommandLineAreMasked() {
        List<String> masked = ProcessDetector.masked(Arrays.asList(
            "-Ddb.password=pa55", "--api-key=k", "--token", "t0k", "-Duser=me", "--url=http://me:pa55@host/x?token=abc&y=1",
            "jdbc:postgresql://db/x?user=me&password=pa55", "-javaagent:/a.jar=otel.exporter.otlp.headers=x=y",
            "-Dotel.exporter.otlp.headers=authorization=secret", "plain"));

        assertThat(masked).containsExactly(
            "-Ddb.password=***", "--api-key=***", "--token", "***", "-Duser=me", "--url=http://***@host/x?token=***&y=1",
            "jdbc:postgresql://db/x?user=me&password=***", "-javaagent:/a.jar=***",
            "-Dotel.exporter.otlp.headers=***", "plain");
    }

    @Test
    void aCommandLineIsKeptShort() {
        assertThat(ProcessDetector.masked(Collections.singletonList("x".repeat(5_000))).get(0)).hasSize(259);
        assertThat(ProcessDetector.masked(Collections.nCopies(500, "x"))).hasSize(65);
    }

    @Test
    void aContainerOfControlGroupsVersion1() throws IOException {
        write("proc/self/cgroup", "12:pids:/docker/" + ID + "\n1:name=systemd:/docker/" + ID + "\n");
        write("etc/machine-id", "of the image");

        assertThat(detect()).containsEntry("container.id", ID).doesNotContainKey("host.id");
    }

    @ParameterizedTest
    @CsvSource({
        "/kubepods.slice/kubepods-pod1.slice/cri-containerd-ID.scope",
        "/kubepods/burstable/pod1/ID",
        "/system.slice/docker-ID.scope",
        "/machine.slice/libpod-ID.scope/container",
    })
    void otherPathsOfControlGroups(String path) {
        String found = ContainerDetector.containerId("0::" + path.replace("ID", ID) + "\n", null);

        assertThat(found).isEqualTo(path.endsWith("/container") ? null : ID);
    }

    @Test
    void aContainerOfControlGroupsVersion2() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        write("proc/self/mountinfo",
            "1 2 8:1 /var/lib/containerd/sandboxes/" + SANDBOX + "/hostname /etc/hostname rw\n"
                + "3 2 8:1 /var/lib/docker/containers/" + ID + "/hostname /etc/hostname rw\n");

        assertThat(detect()).containsEntry("container.id", ID);
    }

    @Test
    void noContainerAtAll() throws IOException {
        write("proc/self/cgroup", "0::/user.slice/user-1000.slice/session-2.scope\n");

        assertThat(detect()).doesNotContainKeys("container.id", "k8s.pod.name", "cloud.provider");
    }

    @Test
    void aPodKnowsItselfWithoutTheDownwardApi() throws IOException {
        environment.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        environment.put("HOSTNAME", "shop-5d9c-abcde");
        write("var/run/secrets/kubernetes.io/serviceaccount/namespace", "prod");
        write("proc/self/mountinfo",
            "1 2 8:1 /var/lib/kubelet/pods/0b1c-77/etc-hosts /etc/hosts rw\n"
                + "3 2 8:1 /var/lib/kubelet/pods/0b1c-77/containers/web/3f2a /dev/termination-log rw\n");

        assertThat(detect())
            .containsEntry("k8s.pod.name", "shop-5d9c-abcde")
            .containsEntry("k8s.namespace.name", "prod")
            .containsEntry("k8s.pod.uid", "0b1c-77")
            .containsEntry("k8s.container.name", "web")
            .containsEntry("service.instance.id", "0b1c-77.web");
    }

    @Test
    void theDownwardApiWins() {
        environment.putAll(Map.of(
            "KUBERNETES_SERVICE_HOST", "10.0.0.1", "HOSTNAME", "node", "POD_NAME", "pod", "POD_NAMESPACE", "ns", "NODE_NAME", "n1"));

        assertThat(detect())
            .containsEntry("k8s.pod.name", "pod")
            .containsEntry("k8s.namespace.name", "ns")
            .containsEntry("k8s.node.name", "n1");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_LAMBDA_FUNCTION_NAME,aws,aws_lambda",
        "ECS_CONTAINER_METADATA_URI_V4,aws,aws_ecs",
        "K_SERVICE,gcp,gcp_cloud_run",
        "CLOUD_RUN_JOB,gcp,gcp_cloud_run",
        "GAE_SERVICE,gcp,gcp_app_engine",
        "WEBSITE_SITE_NAME,azure,azure.app_service",
        "CONTAINER_APP_NAME,azure,azure.container_apps",
    })
    void clouds(String variable, String provider, String platform) {
        environment.put(variable, "name");

        assertThat(detect()).containsEntry("cloud.provider", provider).containsEntry("cloud.platform", platform);
    }

    @Test
    void whatACloudSaysOfItsFunctions() {
        environment.putAll(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f", "AWS_LAMBDA_FUNCTION_VERSION", "3", "AWS_REGION", "eu-west-1"));

        assertThat(detect())
            .containsEntry("faas.name", "f")
            .containsEntry("faas.version", "3")
            .containsEntry("cloud.region", "eu-west-1");
    }
}
