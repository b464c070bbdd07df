package io.obsagent.instrumentation.helidon;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A matcher is made of a pattern, which it does not keep in every version. */
@Weave(type = "io.helidon.http.PathMatchers", method = "create", parameters = "java.lang.String")
final class MatcherHandler extends Handler {
    private final RouteTemplates templates;

    MatcherHandler(RouteTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Object enter(Object self, Object pattern, Object b, Object c, Object d) {
        return pattern;
    }

    @Override
    public Object exit(Object pattern, Object matcher, Throwable thrown) {
        if (matcher != null) {
            templates.matcher(matcher, (String) pattern);
        }
        return matcher;
    }
}
