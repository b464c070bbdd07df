package io.obsagent.instrumentation.vertxweb;

import io.obsagent.telemetry.WeakTable;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;

/**
 * Under which paths the router of a context is mounted. Vert.x knows that itself, but with values where the mount has
 * parameters; only for those is anything remembered here.
 */
final class Mounts {
    private final WeakTable<RoutingContext, String> templates = new WeakTable<>();

    /** A router got a context of its own, inside the one whose current route it is mounted on. */
    void mounted(RoutingContext outer, RoutingContext inner) {
        Route route = outer.currentRoute();
        if (templates.get(outer) != null || route != null && route.isRegexPath()) {
            templates.put(inner, of(outer) + path(route));
        }
    }

    /** Empty for a router that is not mounted on another. */
    String of(RoutingContext context) {
        String template = templates.get(context);
        return template == null ? withoutEnd(context.mountPoint()) : template;
    }

    private static String path(Route route) {
        return route == null ? "" : withoutEnd(route.getPath());
    }

    /** {@code /shop/} and {@code /shop/*} are ways to say {@code /shop}. */
    private static String withoutEnd(String path) {
        if (path == null) {
            return "";
        }
        String mount = path.endsWith("*") ? path.substring(0, path.length() - 1) : path;
        return mount.endsWith("/") ? mount.substring(0, mount.length() - 1) : mount;
    }
}
