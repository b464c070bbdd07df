package io.obsagent.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The server has read a request's head, found its context and makes the exchange it hands to the application. */
@Weave(type = {"sun.net.httpserver.HttpExchangeImpl", "sun.net.httpserver.HttpsExchangeImpl"}, method = "<init>",
        parameters = "sun.net.httpserver.ExchangeImpl")
final class ExchangeMadeHandler extends Handler {
    private final Exchanges exchanges;

    ExchangeMadeHandler(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public Object enter(Object self, Object inner, Object b, Object c, Object d) {
        return inner;
    }

    @Override
    public Object exit(Object inner, Object made, Throwable thrown) {
        exchanges.begin(inner, (HttpExchange) made);
        return made;
    }
}
