package io.obsagent.instrumentation.vertxproton;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A link ends: the broker has its unsettled messages again. */
@Weave(type = "io.vertx.proton.impl.ProtonLinkImpl", method = {"close", "detach", "fireRemoteClose", "fireRemoteDetach"})
final class LinkCloseHandler extends Handler {
    private final Held held;

    LinkCloseHandler(Held held) {
        this.held = held;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        held.lost(self);
        return null;
    }
}
