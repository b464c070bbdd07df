package io.obsagent.config.resource;

import static io.obsagent.config.resource.ResourceAttributes.put;

import java.util.Map;

/**
 * container.id and k8s.*: from the control group (version 1), the mounts that a runtime makes (version 2), and the
 * variables that
 * pods usually get through the downward API.
 */
final class ContainerDetector {
    private static final int ID_LENGTH = 64;
    private static final String POD_FOLDER = "/kubelet/pods/";

    private final Surroundings surroundings;

    ContainerDetector(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void detect(Map<String, Object> attributes) {
        String mounts = surroundings.text("/proc/self/mountinfo");
        put(attributes, "container.id", containerId(surroundings.text("/proc/self/cgroup"), mounts));
        if (surroundings.environment("KUBERNETES_SERVICE_HOST") == null) {
            return;
        }
        put(attributes, "k8s.pod.name",
            surroundings.environment("K8S_POD_NAME", "POD_NAME", "MY_POD_NAME", "KUBERNETES_POD_NAME", "HOSTNAME"));
        put(attributes, "k8s.namespace.name", first(
            surroundings.environment(
                "K8S_NAMESPACE_NAME", "K8S_NAMESPACE", "POD_NAMESPACE", "MY_POD_NAMESPACE", "KUBERNETES_NAMESPACE"),
            surroundings.line("/var/run/secrets/kubernetes.io/serviceaccount/namespace")));
        put(attributes, "k8s.pod.uid", first(
            surroundings.environment("K8S_POD_UID", "POD_UID", "MY_POD_UID"), after(mounts, POD_FOLDER)));
        put(attributes, "k8s.container.name", first(
            surroundings.environment("K8S_CONTAINER_NAME", "CONTAINER_NAME", "MY_CONTAINER_NAME"), containerName(mounts)));
        put(attributes, "k8s.node.name",
            surroundings.environment("K8S_NODE_NAME", "NODE_NAME", "MY_NODE_NAME", "KUBERNETES_NODE_NAME"));
        put(attributes, "k8s.deployment.name", surroundings.environment("K8S_DEPLOYMENT_NAME", "DEPLOYMENT_NAME"));
        put(attributes, "k8s.cluster.name", surroundings.environment("K8S_CLUSTER_NAME", "CLUSTER_NAME"));
    }

    private static String first(String one, String other) {
        return one != null ? one : other;
    }

    static String containerId(String cgroup, String mounts) {
        if (cgroup != null) {
            for (String line : cgroup.split("\n")) {
                int slash = line.lastIndexOf('/');
                String id = slash < 0 ? null : hexadecimal(line, slash);
                if (id != null) {
                    return id;
                }
            }
        }
        if (mounts != null) {
            for (String line : mounts.split("\n")) {
                // A sandbox is the pod's own container, not ours.
                if (line.contains("/hostname ") && !line.contains("/sandboxes/") && hexadecimal(line, 0) != null) {
                    return hexadecimal(line, 0);
                }
            }
        }
        return null;
    }

    /** The first run of exactly 64 hexadecimal digits from {@code start} on. */
    private static String hexadecimal(String line, int start) {
        int run = 0;
        for (int i = start; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : ' ';
            if (c >= '0' && c <= '9' || c >= 'a' && c <= 'f') {
                run++;
            } else {
                if (run == ID_LENGTH) {
                    return line.substring(i - ID_LENGTH, i);
                }
                run = 0;
            }
        }
        return null;
    }

    /** The kubelet mounts {@code .../pods/UID/containers/NAME/...} as the termination log of each container. */
    private static String containerName(String mounts) {
        int pod = mounts == null ? -1 : mounts.indexOf(POD_FOLDER);
        while (pod >= 0) {
            int end = mounts.indexOf(' ', pod);
            String name = after(mounts.substring(pod, end < 0 ? mounts.length() : end), "/containers/");
            if (name != null) {
                return name;
            }
            pod = mounts.indexOf(POD_FOLDER, pod + 1);
        }
        return null;
    }

    /** What stands between {@code mark} and the next slash or blank. */
    private static String after(String text, String mark) {
        int start = text == null ? -1 : text.indexOf(mark);
        if (start < 0) {
            return null;
        }
        int end = start + mark.length();
        while (end < text.length() && "/ \n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String found = text.substring(start + mark.length(), end);
        return found.isEmpty() ? null : found;
    }
}
