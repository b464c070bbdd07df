package io.obsagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What HTTP instrumentations record beyond the fixed attributes. Immutable. */
public final class HttpSettings {
    /** Methods named in telemetry, as written: HTTP methods are case-sensitive. */
    public final Set<String> knownMethods;

    /** Header names in lower case, as the attributes {@code http.request.header.<name>} want them. */
    public final List<String> clientRequestHeaders;

    public final List<String> clientResponseHeaders;
    public final List<String> serverRequestHeaders;
    public final List<String> serverResponseHeaders;

    /** Parameters of servlet requests. */
    public final List<String> servletParameters;

    /** Paths of requests that have no span; {@code *} at the start or the end of one stands for anything. */
    public final List<String> ignoredPaths;

    /** Whether responses name their trace in {@code Server-Timing}. */
    public final boolean serverTiming;

    private HttpSettings(Settings settings) {
        knownMethods = Collections.unmodifiableSet(new LinkedHashSet<>(settings.list(Keys.HTTP_KNOWN_METHODS)));
        clientRequestHeaders = lowerCase(settings.list(Keys.HTTP_CLIENT_REQUEST_HEADERS));
        clientResponseHeaders = lowerCase(settings.list(Keys.HTTP_CLIENT_RESPONSE_HEADERS));
        serverRequestHeaders = lowerCase(settings.list(Keys.HTTP_SERVER_REQUEST_HEADERS));
        serverResponseHeaders = lowerCase(settings.list(Keys.HTTP_SERVER_RESPONSE_HEADERS));
        servletParameters = settings.list(Keys.SERVLET_PARAMETERS);
        ignoredPaths = settings.list(Keys.HTTP_IGNORE);
        serverTiming = settings.flag(Keys.HTTP_SERVER_TIMING);
    }

    public static HttpSettings of(Settings settings) {
        return new HttpSettings(settings);
    }

    private static List<String> lowerCase(List<String> names) {
        List<String> lower = new ArrayList<>(names.size());
        for (String name : names) {
            lower.add(name.toLowerCase(Locale.ROOT));
        }
        return Collections.unmodifiableList(lower);
    }
}
