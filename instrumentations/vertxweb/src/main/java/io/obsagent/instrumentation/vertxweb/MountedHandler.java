package io.obsagent.instrumentation.vertxweb;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.ext.web.RoutingContext;

/** A sub-router takes over a request. */
@Weave(type = "io.vertx.ext.web.impl.RoutingContextWrapper", method = "<init>",
        parameters = {"java.lang.String", "java.util.Set", "..."}, arguments = 2)
final class MountedHandler extends Handler {
    private final Mounts mounts;

    MountedHandler(Mounts mounts) {
        this.mounts = mounts;
    }

    @Override
    public Object enter(Object self, Object outer, Object b, Object c, Object d) {
        return outer;
    }

    @Override
    public Object exit(Object outer, Object made, Throwable thrown) {
        mounts.mounted((RoutingContext) outer, (RoutingContext) made);
        return made;
    }
}
