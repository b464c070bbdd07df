package io.obsagent.profile.push;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Series labels of a Pyroscope server from resource attributes: few, for each combination of values is a series, and a
 * server takes 30 names at most.
 */
public final class Labels {
    private static final String[] RESOURCE = {
        "service.namespace", "service.version", "service.instance.id", "deployment.environment.name", "host.name",
        "k8s.namespace.name", "k8s.pod.name", "k8s.container.name", "k8s.node.name", "k8s.deployment.name", "k8s.cluster.name",
        "cloud.region", "container.id"
    };

    private Labels() {}

    /**
     * @param own labels of the settings, which win
     */
    public static Map<String, String> of(String serviceName, Map<String, String> resource, Map<String, String> own) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("service_name", serviceName);
        for (String attribute : RESOURCE) {
            String value = resource.get(attribute);
            if (value != null && !value.isEmpty()) {
                labels.put(attribute.replace('.', '_'), value);
            }
        }
        for (Map.Entry<String, String> label : own.entrySet()) {
            labels.put(name(label.getKey()), label.getValue());
        }
        return labels;
    }

    /** Letters, digits and underscore are what a label's name may have. */
    private static String name(String text) {
        return text.replaceAll("[^a-zA-Z0-9_]", "_");
    }
}
