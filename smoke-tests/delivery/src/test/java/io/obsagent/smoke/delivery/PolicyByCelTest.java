package io.obsagent.smoke.delivery;

import java.util.Map;

/**
 * The policy's expressions where no API server can be had. Says nothing about the API server's own checks;
 * {@link PolicyOnApiServerTest} does.
 */
class PolicyByCelTest extends PolicyContract {
    @Override
    Pod admit(Pod pod, Map<String, String> changes) throws Exception {
        Map<String, Object> params = Yaml.copy(Yaml.file("policy/settings.yaml").get(1));
        Yaml.map(params.get("data")).putAll(changes);
        return new Pod(new CelPolicy(Yaml.file("policy/policy.yaml").get(0)).admit(pod.document(), params));
    }
}
