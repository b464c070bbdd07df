package io.obsagent.smoke.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pod as a test reads it. Containers are named, not numbered. */
record Pod(Map<String, Object> document) {

    static Pod of(String yaml) {
        return new Pod(Yaml.one(yaml));
    }

    /** A labelled pod with this as the value of {@code spec.containers}, in YAML. */
    static Pod withContainers(String containers) {
        return of("""
                apiVersion: v1
                kind: Pod
                metadata: {generateName: shop-, labels: {obsagent.io/inject: "true", app: shop}}
                spec: {containers: %s}
                """.formatted(containers));
    }

    Map<String, Object> container(String name) {
        return named("containers", name);
    }

    Map<String, Object> initContainer(String name) {
        return named("initContainers", name);
    }

    Map<String, Object> volume(String name) {
        return named("volumes", name);
    }

    List<String> names(String list) {
        return Yaml.maps(Yaml.at(document, "spec", list)).stream().map(each -> (String) each.get("name")).toList();
    }

    /** Environment of a container in order; the value of a fieldRef is its path behind an {@code @}. */
    Map<String, String> env(String container) {
        Map<String, String> env = new LinkedHashMap<>();
        for (Map<String, Object> entry : Yaml.maps(container(container).get("env"))) {
            Object path = Yaml.at(entry, "valueFrom", "fieldRef", "fieldPath");
            env.put((String) entry.get("name"), path == null ? (String) entry.get("value") : "@" + path);
        }
        return env;
    }

    /** Whether nothing in the pod comes from the policy. */
    boolean isWithoutAgent() {
        return !document.toString().contains("javaagent.jar");
    }

    /** Whether nothing in this container comes from the policy. */
    boolean isWithoutAgent(String container) {
        return !container(container).toString().contains("/obs-agent");
    }

    private Map<String, Object> named(String list, String name) {
        return Yaml.maps(Yaml.at(document, "spec", list)).stream().filter(each -> name.equals(each.get("name")))
                .findFirst().orElseThrow(() -> new AssertionError("no " + name + " in " + list + " of " + document));
    }
}
