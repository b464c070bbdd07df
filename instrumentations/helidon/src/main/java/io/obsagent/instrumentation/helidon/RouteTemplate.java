package io.obsagent.instrumentation.helidon;

/** The pattern of a route or a service, and the service it stands in. Assembled at start, then read only. */
final class RouteTemplate {
    private final String own;
    private volatile RouteTemplate service;

    /**
     * @param own empty where the application gave a matcher of its own, or none
     */
    RouteTemplate(String own) {
        this.own = own;
    }

    void in(RouteTemplate outer) {
        service = outer;
    }

    /** What stands before the pattern of this. */
    String mount() {
        RouteTemplate outer = service;
        return outer == null ? "" : outer.mount() + outer.own;
    }

    /** Null where nothing is known. */
    String pattern() {
        return own.isEmpty() ? null : own;
    }
}
