package io.obsagent.instrumentation.jdkhttpserver;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The server tells itself that a response is complete. */
@Weave(type = {"sun.net.httpserver.WriteFinishedEvent", "sun.net.httpserver.Event$WriteFinished"}, method = "<init>",
        parameters = "sun.net.httpserver.ExchangeImpl")
final class WrittenHandler extends Handler {
    private final Exchanges exchanges;

    WrittenHandler(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public Object enter(Object self, Object inner, Object b, Object c, Object d) {
        exchanges.written(inner);
        return null;
    }
}
