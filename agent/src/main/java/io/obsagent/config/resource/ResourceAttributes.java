package io.obsagent.config.resource;

import io.obsagent.config.AgentLog;
import io.obsagent.config.AgentVersion;
import io.obsagent.config.ResourceSettings;
import io.obsagent.config.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The resource of everything this JVM sends: what was detected, under what the user said. Values are {@link String},
 * {@link Long} or {@code List<String>}.
 */
public final class ResourceAttributes {
    private ResourceAttributes() {}

    /** Detects now; takes some ten milliseconds, so it belongs on the background thread. Never throws. */
    public static Map<String, Object> detect(Settings settings) {
        return detect(ResourceSettings.of(settings), Surroundings.own());
    }

    static Map<String, Object> detect(ResourceSettings settings, Surroundings surroundings) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        Program program = Program.launched(surroundings);
        attributes.put("service.name", settings.serviceName != null ? settings.serviceName : serviceName(program, surroundings));
        put(attributes, "service.version", program.version());
        put(attributes, "telemetry.sdk.name", "opentelemetry");
        put(attributes, "telemetry.sdk.language", "java");
        put(attributes, "telemetry.sdk.version", AgentVersion.OPENTELEMETRY);
        put(attributes, "telemetry.distro.name", "obs-agent");
        put(attributes, "telemetry.distro.version", AgentVersion.VERSION);
        try {
            new ContainerDetector(surroundings).detect(attributes);
            new HostDetector(surroundings).detect(attributes);
            new ProcessDetector(surroundings).detect(attributes);
            new CloudDetector(surroundings).detect(attributes);
        } catch (RuntimeException e) {
            AgentLog.warn("not everything about this process could be detected", e);
        }
        attributes.putIfAbsent("service.instance.id", instance(attributes, surroundings));
        attributes.putAll(settings.attributes);
        return attributes;
    }

    private static String serviceName(Program program, Surroundings surroundings) {
        try {
            String spring = new SpringName(program, surroundings).find();
            return spring != null ? spring : program.name();
        } catch (RuntimeException e) {
            AgentLog.warn("the service name could not be detected", e);
            return Program.UNKNOWN;
        }
    }

    /** A container keeps its identity over restarts of the JVM; anything else is new each time. */
    private static String instance(Map<String, Object> attributes, Surroundings surroundings) {
        Object pod = attributes.get("k8s.pod.uid");
        Object container = attributes.get("k8s.container.name");
        return pod != null && container != null ? pod + "." + container : RandomId.next(surroundings);
    }

    /** Puts what is known. */
    static void put(Map<String, Object> attributes, String name, Object value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
