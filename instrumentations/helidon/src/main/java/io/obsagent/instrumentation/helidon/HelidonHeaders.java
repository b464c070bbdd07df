package io.obsagent.instrumentation.helidon;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.obsagent.telemetry.propagation.Getter;
import java.util.concurrent.ConcurrentHashMap;

/** Headers by name. Helidon's own form of a name costs an object, and there are as many names as the agent asks for. */
final class HelidonHeaders implements Getter<Headers> {
    private final ConcurrentHashMap<String, HeaderName> names = new ConcurrentHashMap<>();

    @Override
    public String get(Headers headers, String name) {
        HeaderName known = names.get(name);
        if (known == null) {
            known = HeaderNames.create(name);
            names.put(name, known);
        }
        return headers.contains(known) ? headers.get(known).values() : null;
    }
}
