package io.obsagent.config.resource;

import static io.obsagent.config.resource.ResourceAttributes.put;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;

/** host.* and os.*. */
final class HostDetector {
    private final Surroundings surroundings;

    HostDetector(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void detect(Map<String, Object> attributes) {
        put(attributes, "host.name", name());
        put(attributes, "host.arch", architecture(surroundings.property("os.arch")));
        if (!attributes.containsKey("container.id")) {
            // Inside a container this file is the image's and the same for all of them.
            put(attributes, "host.id", surroundings.line("/etc/machine-id"));
        }
        String system = surroundings.property("os.name");
        String version = surroundings.property("os.version");
        put(attributes, "os.type", type(system));
        put(attributes, "os.version", version);
        put(attributes, "os.description", system == null ? null : version == null ? system : system + " " + version);
    }

    private String name() {
        String ofKernel = surroundings.line("/proc/sys/kernel/hostname");
        String known = ofKernel != null ? ofKernel : surroundings.environment("HOSTNAME", "COMPUTERNAME");
        if (known != null) {
            return known;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    static String architecture(String name) {
        if (name == null) {
            return null;
        }
        switch (name) {
            case "x86_64":
                return "amd64";
            case "aarch64":
                return "arm64";
            case "arm":
                return "arm32";
            case "i386":
            case "i686":
                return "x86";
            case "ppc64le":
                return "ppc64";
            case "ppc":
                return "ppc32";
            default:
                return name;
        }
    }

    static String type(String name) {
        if (name == null) {
            return null;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return "windows";
        }
        if (lower.startsWith("mac")) {
            return "darwin";
        }
        return lower.startsWith("sunos") ? "solaris" : lower.startsWith("z/os") ? "zos" : lower.replace("-", "");
    }
}
