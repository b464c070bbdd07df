package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1MutatingAdmissionPolicy;
import io.kubernetes.client.openapi.models.V1MutatingAdmissionPolicyBinding;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1ValidatingAdmissionPolicy;
import io.kubernetes.client.openapi.models.V1ValidatingAdmissionPolicyBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every Kubernetes file that is handed out: against the API schema, and on an API server where there is one. */
@ExtendWith(ApiServerExtension.class)
class ManifestsTest {
    private static final Map<String, Schema> SCHEMAS = Map.of(
            "Deployment", V1Deployment::validateJsonElement,
            "ConfigMap", V1ConfigMap::validateJsonElement,
            "Namespace", V1Namespace::validateJsonElement,
            "MutatingAdmissionPolicy", V1MutatingAdmissionPolicy::validateJsonElement,
            "MutatingAdmissionPolicyBinding", V1MutatingAdmissionPolicyBinding::validateJsonElement,
            "ValidatingAdmissionPolicy", V1ValidatingAdmissionPolicy::validateJsonElement,
            "ValidatingAdmissionPolicyBinding", V1ValidatingAdmissionPolicyBinding::validateJsonElement);

    private interface Schema {
        void validate(JsonElement document) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifests/init-container.yaml", "manifests/image-volume.yaml", "policy/policy.yaml",
            "policy/bindings.yaml", "policy/settings.yaml", "policy/warnings.yaml"})
    void followsTheApiSchema(String file) throws IOException {
        for (Map<String, Object> document : Yaml.file(file)) {
            assertThatCode(() -> SCHEMAS.get((String) document.get("kind")).validate(new Gson().toJsonTree(document)))
                    .as(file).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifests/init-container.yaml", "manifests/image-volume.yaml"})
    void theApiServerTakesItStrictly(String file, ApiServer server) throws Exception {
        ApiServer.Reply reply = server.dryRun(Yaml.file(file).get(0));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifests/init-container.yaml", "manifests/image-volume.yaml"})
    void itsPodPassesPodSecurityRestricted(String file, ApiServer server) throws Exception {
        server.post(Yaml.one("""
                {apiVersion: v1, kind: Namespace,
                 metadata: {name: restricted, labels: {pod-security.kubernetes.io/enforce: restricted}}}"""));
        Map<String, Object> template = Yaml.map(Yaml.at(Yaml.file(file).get(0), "spec", "template"));
        template.putAll(Map.of("apiVersion", "v1", "kind", "Pod"));
        Yaml.map(template.get("metadata")).putAll(Map.of("namespace", "restricted", "generateName", "shop-"));
        ApiServer.Reply reply = server.dryRun(template);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    @Test
    void imagesAreNamedByTheDigestThatTheReleaseFillsIn() throws IOException {
        try (Stream<Path> files = Files.walk(Yaml.path("."))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                assertThat(Files.readString(file)).as(file.toString())
                        .doesNotContainPattern("obs-agent-java(?!@sha256:0{64}\\b)");
            }
        }
    }

    @Test
    void kustomizeAppendsToTheOptionsThatAreThere() throws Exception {
        Pod pod = kustomized(Yaml.path("kustomize/example"));

        assertThat(pod.env("app")).containsEntry("JAVA_TOOL_OPTIONS", "-Xmx256m -javaagent:/obs-agent/javaagent.jar");
        assertThat(pod.names("initContainers")).containsExactly("obs-agent");
    }

    @Test
    void kustomizeCreatesTheOptionsWhereThereAreNone(@TempDir Path folder) throws Exception {
        Path overlay = Files.createDirectories(folder.resolve("overlay"));
        Path component = Files.createDirectories(folder.resolve("component"));
        for (String name : new String[] {"kustomization.yaml", "option.yaml", "pod.yaml"}) {
            Files.copy(Yaml.path("kustomize/component").resolve(name), component.resolve(name));
        }
        Files.copy(Yaml.path("kustomize/example/kustomization.yaml"), overlay.resolve("kustomization.yaml"));
        Map<String, Object> deployment = Yaml.file("kustomize/example/shop.yaml").get(0);
        Yaml.map(Yaml.at(deployment, "spec", "template", "spec", "containers", 0)).remove("env");
        Files.writeString(overlay.resolve("shop.yaml"), Yaml.write(deployment));
        Pod pod = kustomized(overlay);

        assertThat(pod.env("app").get("JAVA_TOOL_OPTIONS")).as("the JVM skips the space that kustomize leaves in front")
                .isEqualToIgnoringWhitespace("-javaagent:/obs-agent/javaagent.jar");
    }

    @Test
    void theApiServerTakesTheResultOfKustomize(ApiServer server) throws Exception {
        ApiServer.Reply reply = server.dryRun(rendered(Yaml.path("kustomize/example")));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    private static Pod kustomized(Path folder) throws Exception {
        return new Pod(Yaml.map(Yaml.at(rendered(folder), "spec", "template")));
    }

    private static Map<String, Object> rendered(Path folder) throws Exception {
        assumeTrue(Command.find("kubectl").isPresent(), "no kubectl on this machine, kustomize is not run");
        Command.Result result = Command.of("kubectl", "kustomize", folder.toString()).run();
        assertThat(result.exit()).as(result.toString()).isZero();
        return Yaml.one(result.output());
    }
}
