package io.obsagent.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the user says about the service; it wins over everything detected. Immutable. */
public final class ResourceSettings {
    /** {@code otel.service.name}, else {@code service.name} of the attributes, else null. */
    public final String serviceName;

    /** {@code otel.resource.attributes}, percent-decoded, in the order given, without {@code service.name}. */
    public final Map<String, String> attributes;

    private ResourceSettings(Settings settings) {
        Map<String, String> given = new LinkedHashMap<>(settings.pairs(Keys.RESOURCE_ATTRIBUTES));
        String named = given.remove("service.name");
        boolean byAttribute = !settings.isSet(Keys.SERVICE_NAME) && named != null && !named.isEmpty();
        serviceName = byAttribute ? named : settings.text(Keys.SERVICE_NAME);
        attributes = Collections.unmodifiableMap(given);
    }

    public static ResourceSettings of(Settings settings) {
        return new ResourceSettings(settings);
    }
}
