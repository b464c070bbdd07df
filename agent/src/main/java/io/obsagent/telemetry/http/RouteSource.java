package io.obsagent.telemetry.http;

/** Who names a route; a later one in this order knows more and replaces what an earlier one said. */
public enum RouteSource {
    /** The path under which the server mounted what answers: a servlet mapping, a context. The outermost counts. */
    MOUNT,
    /** A router that asks several routes in turn; the last one it tries is the one that answers. */
    ROUTER,
    /** The template of the method that answers. The first counts: forwards and error pages come after it. */
    CONTROLLER
}
