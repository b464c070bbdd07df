package io.obsagent.instrumentation.reactornetty;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import reactor.core.CoreSubscriber;
import reactor.netty.Connection;

/** Around the subscription to a connection: every use of the client comes through here. */
@Weave(type = "reactor.netty.http.client.HttpClientConnect$MonoHttpConnect", method = "subscribe", arguments = {},
        parameters = "reactor.core.CoreSubscriber", replaces = 0)
final class SubscribeHandler extends Handler {
    private final Exchanges exchanges;
    private final Telemetry telemetry;

    SubscribeHandler(Exchanges exchanges, Telemetry telemetry) {
        this.exchanges = exchanges;
        this.telemetry = telemetry;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Exchange exchange = new Exchange(telemetry.thread().current());
        exchanges.subscribing(exchange);
        return exchange;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object argument(Object scope, Object original) {
        return new TracedSubscriber((CoreSubscriber<? super Connection>) original, (Exchange) scope, telemetry);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        exchanges.subscribed();
        return result;
    }
}
