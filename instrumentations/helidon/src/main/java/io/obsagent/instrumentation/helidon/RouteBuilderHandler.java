package io.obsagent.instrumentation.helidon;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The route that is being built gets its matcher. */
@Weave(type = "io.helidon.webserver.http.HttpRoute$Builder", method = "path", parameters = "io.helidon.http.PathMatcher")
final class RouteBuilderHandler extends Handler {
    private final RouteTemplates templates;

    RouteBuilderHandler(RouteTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Object enter(Object builder, Object matcher, Object b, Object c, Object d) {
        templates.builder(builder, matcher);
        return null;
    }
}
