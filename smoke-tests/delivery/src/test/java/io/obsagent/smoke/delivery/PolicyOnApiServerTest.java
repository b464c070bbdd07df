package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The policy where it has to work: in a Kubernetes API server. */
@ExtendWith(ApiServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyOnApiServerTest extends PolicyContract {
    private static final Pod PROBE = Pod.withContainers("[{name: app, image: x}]");

    private final ApiServer server;
    private final Map<String, Object> settings;
    private Map<String, String> changes = Map.of();

    PolicyOnApiServerTest(ApiServer server) throws Exception {
        this.server = server;
        this.settings = Yaml.file("policy/settings.yaml").get(1);
    }

    @BeforeAll
    void installThePolicy() throws Exception {
        for (String file : List.of("settings", "policy", "bindings", "warnings")) {
            for (Map<String, Object> document : Yaml.file("policy/" + file + ".yaml")) {
                ApiServer.Reply reply = server.post(document);
                assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
                assertThat(reply.warnings()).isEmpty();
            }
        }
        server.await(PROBE.document(), reply -> !new Pod(reply.body()).isWithoutAgent());
    }

    @Override
    Pod admit(Pod pod, Map<String, String> wanted) throws Exception {
        configure(wanted);
        return created(pod);
    }

    @Test
    void aPodWithoutTheLabelIsLeftAlone() throws Exception {
        assertThat(created(labelled("default", Map.of("app", "shop"))).isWithoutAgent()).isTrue();
        assertThat(created(labelled("default", Map.of("obsagent.io/inject", "false"))).isWithoutAgent()).isTrue();
    }

    @Test
    void aNamespaceAsksForAllItsPodsAndAPodOptsOut() throws Exception {
        configure(Map.of());
        server.create("""
                {apiVersion: v1, kind: Namespace, metadata: {name: shops, labels: {obsagent.io/inject: "true"}}}""");
        server.await(labelled("shops", Map.of()).document(), reply -> !new Pod(reply.body()).isWithoutAgent());

        assertThat(created(labelled("shops", Map.of("obsagent.io/inject", "true"))).names("initContainers"))
                .as("both bindings match").containsExactly("obs-agent");
        assertThat(created(labelled("shops", Map.of("obsagent.io/inject", "false"))).isWithoutAgent()).isTrue();
    }

    @Test
    void theResultPassesPodSecurityRestricted() throws Exception {
        configure(Map.of());
        server.create("""
                {apiVersion: v1, kind: Namespace,
                 metadata: {name: strict, labels: {pod-security.kubernetes.io/enforce: restricted}}}""");
        Pod pod = Pod.withContainers("""
                [{name: app, image: x, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]
                  , securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}""");
        Yaml.map(pod.document().get("metadata")).put("namespace", "strict");

        assertThat(created(pod).initContainer("obs-agent")).containsKey("securityContext");
    }

    @Test
    void aGuaranteedPodStaysGuaranteed() throws Exception {
        configure(Map.of());
        Pod pod = created(Pod.withContainers("""
                [{name: app, image: x, resources:
                  {requests: {cpu: "1", memory: 1Gi}, limits: {cpu: "1", memory: 1Gi}}}]"""));

        assertThat(Yaml.at(pod.document(), "status", "qosClass")).isEqualTo("Guaranteed");
    }

    @Test
    void aContainerThatAnotherPolicyAddsLaterGetsTheAgentToo() throws Exception {
        configure(Map.of());
        server.create("""
                apiVersion: admissionregistration.k8s.io/v1
                kind: MutatingAdmissionPolicy
                metadata: {name: sidecar}
                spec:
                  failurePolicy: Fail
                  reinvocationPolicy: IfNeeded
                  matchConstraints:
                    resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
                  matchConditions:
                  - {name: once, expression: "!object.spec.containers.exists(c, c.name == 'sidecar')"}
                  mutations:
                  - patchType: JSONPatch
                    jsonPatch:
                      expression: >-
                        [JSONPatch{op: 'add', path: '/spec/containers/-',
                          value: Object.spec.containers{name: 'sidecar', image: 'x'}}]
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: MutatingAdmissionPolicyBinding
                metadata: {name: sidecar}
                spec:
                  policyName: sidecar
                  matchResources: {objectSelector: {matchLabels: {sidecar: "true"}}}
                """);
        Pod wanted = labelled("default", Map.of("obsagent.io/inject", "true", "sidecar", "true"));
        server.await(wanted.document(), reply -> new Pod(reply.body()).names("containers").contains("sidecar"));
        Pod pod = created(wanted);

        assertThat(pod.env("sidecar")).containsKey("JAVA_TOOL_OPTIONS");
        assertThat(pod.env("app").get("JAVA_TOOL_OPTIONS").split("javaagent:")).hasSize(2);
        assertThat(pod.names("initContainers")).containsExactly("obs-agent");
        assertThat(pod.names("volumes")).containsExactly("obs-agent");
    }

    @Test
    void whoeverCreatesThePodIsToldWhatWasLeftAlone() throws Exception {
        configure(Map.of());
        ApiServer.Reply reply = server.dryRun(Pod.withContainers("""
                [{name: mine, image: x},
                 {name: other, image: x, env: [{name: JAVA_TOOL_OPTIONS, value: "-javaagent:/dd.jar"}]},
                 {name: hidden, image: x, env: [
                   {name: JAVA_TOOL_OPTIONS, valueFrom: {configMapKeyRef: {name: jvm, key: options}}}]},
                 {name: bulk, image: x, envFrom: [{configMapRef: {name: jvm}}]}]""").document());

        assertThat(reply.warnings()).singleElement().asString()
                .contains("other (has another -javaagent)", "hidden (JAVA_TOOL_OPTIONS comes from elsewhere",
                        "bulk (envFrom may hold JAVA_TOOL_OPTIONS")
                .doesNotContain("mine");
        assertThat(server.dryRun(PROBE.document()).warnings()).isEmpty();
    }

    @Test
    void withoutTheConfigMapNothingIsInjected() throws Exception {
        configure(Map.of());
        server.delete(settings);
        try {
            server.await(PROBE.document(), reply -> reply.status() == 201 && new Pod(reply.body()).isWithoutAgent());
        } finally {
            server.create(Yaml.write(settings));
            server.await(PROBE.document(), reply -> !new Pod(reply.body()).isWithoutAgent());
        }
    }

    @Test
    void aPolicyThatFailsLeavesThePodAsItWas() throws Exception {
        configure(Map.of());
        Map<String, Object> broken = Yaml.copy(settings);
        Yaml.map(broken.get("data")).remove("image");
        server.put(broken);
        try {
            server.await(PROBE.document(), reply -> reply.status() == 201 && new Pod(reply.body()).isWithoutAgent());
            Pod pod = created(PROBE);

            assertThat(pod.names("initContainers")).isEmpty();
            assertThat(pod.names("volumes")).isEmpty();
            assertThat(pod.container("app")).doesNotContainKeys("env", "volumeMounts");
        } finally {
            server.put(settings);
            server.await(PROBE.document(), reply -> !new Pod(reply.body()).isWithoutAgent());
        }
    }

    private Pod created(Pod pod) throws Exception {
        ApiServer.Reply reply = server.post(forCreation(pod));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return new Pod(reply.body());
    }

    /** A pod that was read back may be created again: without what the server gave it. */
    private static Map<String, Object> forCreation(Pod pod) {
        Map<String, Object> document = Yaml.copy(pod.document());
        document.remove("status");
        Yaml.map(document.get("metadata")).keySet()
                .removeAll(List.of("name", "uid", "resourceVersion", "creationTimestamp", "managedFields", "generation"));
        return document;
    }

    private static Pod labelled(String namespace, Map<String, String> labels) {
        Pod pod = new Pod(Yaml.copy(PROBE.document()));
        Yaml.map(pod.document().get("metadata")).putAll(Map.of("namespace", namespace, "labels", labels));
        return pod;
    }

    /** Changes the settings and waits until pods show the change. */
    private void configure(Map<String, String> wanted) throws Exception {
        if (wanted.equals(changes)) {
            return;
        }
        changes = wanted;
        Map<String, Object> map = Yaml.copy(settings);
        Map<String, Object> data = Yaml.map(map.get("data"));
        data.putAll(wanted);
        data.put("OBS_REVISION", new TreeMap<>(wanted).toString());
        server.put(map);
        server.await(PROBE.document(), reply ->
                data.get("OBS_REVISION").equals(new Pod(reply.body()).env("app").get("OBS_REVISION")));
    }
}
