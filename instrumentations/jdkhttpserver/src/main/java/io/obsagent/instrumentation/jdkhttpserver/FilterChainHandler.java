package io.obsagent.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import io.obsagent.telemetry.http.Resumed;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The outermost chain of an exchange: all of the application's filters and its handler run inside. */
@Weave(type = "com.sun.net.httpserver.Filter$Chain", method = "doFilter",
        parameters = "com.sun.net.httpserver.HttpExchange")
final class FilterChainHandler extends Handler {
    private final Exchanges exchanges;

    FilterChainHandler(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public Object enter(Object self, Object exchange, Object b, Object c, Object d) {
        return exchanges.serve((HttpExchange) exchange);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Resumed serving = (Resumed) scope;
        exchanges.handled(serving.operation(), thrown);
        serving.close();
        return result;
    }
}
