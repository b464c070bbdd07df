package io.obsagent.telemetry.http;

import io.obsagent.telemetry.SeriesTable;

/** Routes with the path they are mounted under in front of them, each joined once. Thread-safe. */
final class MountedRoutes extends SeriesTable<String> {
    MountedRoutes() {
        super(1024);
    }

    String join(String context, String mount, String template) {
        return context.isEmpty() && mount.isEmpty() ? template : find(context, mount, template, null, null, null);
    }

    @Override
    protected String create(String context, String mount, String template, String d, String e, String f) {
        return context + mount + (template.isEmpty() || template.startsWith("/") ? template : "/" + template);
    }
}
