package io.obsagent.instrumentation.helidon;

import io.obsagent.telemetry.WeakTable;
import java.util.List;

/** Follows patterns from the text that the application gives to the tree of routes that is made of them. */
final class RouteTemplates {
    private final WeakTable<Object, String> byMatcher = new WeakTable<>();
    private final WeakTable<Object, String> byBuilder = new WeakTable<>();
    private final WeakTable<Object, RouteTemplate> byRoute = new WeakTable<>();

    void matcher(Object matcher, String pattern) {
        byMatcher.put(matcher, pattern);
    }

    void builder(Object builder, Object matcher) {
        byBuilder.put(builder, patternOf(matcher));
    }

    void route(Object route, Object builder) {
        String pattern = byBuilder.get(builder);
        byRoute.put(route, new RouteTemplate(pattern == null ? "" : pattern));
    }

    /** A service was made of routes and of services that were made before it. */
    void service(Object service, Object matcher, List<?> routes) {
        RouteTemplate template = new RouteTemplate(patternOf(matcher));
        for (Object route : routes) {
            RouteTemplate inner = byRoute.get(route);
            if (inner != null) {
                inner.in(template);
            }
        }
        byRoute.put(service, template);
    }

    void socket(Object route, String pattern) {
        byRoute.put(route, new RouteTemplate(pattern));
    }

    /** Null for a route of the application's own kind. */
    RouteTemplate of(Object route) {
        return byRoute.get(route);
    }

    private String patternOf(Object matcher) {
        String pattern = byMatcher.get(matcher);
        return pattern == null ? "" : pattern;
    }
}
