package io.obsagent.smoke.delivery;

import java.util.List;
import java.util.Map;

/** Turns what we hand out into what podman 4.3 can play without a registry, changing nothing else. */
final class Images {
    /** Our image, whatever its version. */
    static final String AGENT = "localhost/obs-agent-java:test";

    /** Fields that the kubelet knows and podman 4.3 does not. */
    private static final Map<String, String> KUBELET = Map.of(
            "metadata.namespace", "shops", "spec.nodeName", "node-1", "metadata.uid", "0-0-0");

    private Images() {}

    /** The pod under this name, its images replaced by the loaded ones, run once instead of for ever. */
    static Pod playable(Pod pod, String name) {
        Pod playable = new Pod(Yaml.copy(pod.document()));
        playable.document().putAll(Map.of("apiVersion", "v1", "kind", "Pod"));
        playable.document().remove("status");
        Yaml.map(playable.document().get("metadata")).put("name", name);
        Map<String, Object> spec = Yaml.map(playable.document().get("spec"));
        spec.put("restartPolicy", "Never");
        for (String list : List.of("containers", "initContainers")) {
            for (Map<String, Object> container : Yaml.maps(spec.get(list))) {
                container.put("image", container.get("name").equals("obs-agent") ? AGENT : AppImage.NAME);
                container.put("imagePullPolicy", "Never");
                Yaml.maps(container.get("env")).forEach(Images::resolve);
            }
        }
        return playable;
    }

    private static void resolve(Map<String, Object> variable) {
        Object field = Yaml.at(variable, "valueFrom", "fieldRef", "fieldPath");
        if (field != null && KUBELET.containsKey((String) field)) {
            variable.remove("valueFrom");
            variable.put("value", KUBELET.get((String) field));
        }
    }
}
