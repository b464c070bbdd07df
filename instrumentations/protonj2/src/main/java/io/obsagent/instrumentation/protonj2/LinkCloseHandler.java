package io.obsagent.instrumentation.protonj2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A link ends, or is lost and made anew: the broker has its unsettled messages again. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientLinkType",
        method = {"handleLocalCloseOrDetach", "handleEngineShutdown", "immediateLinkShutdown"}, arguments = {})
final class LinkCloseHandler extends Handler {
    private final Arrivals arrivals;

    LinkCloseHandler(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        arrivals.lost(self);
        return null;
    }
}
