package io.obsagent.instrumentation.reactornetty;

import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import reactor.netty.http.client.HttpClientConfig;

/** Where a subscription decides what to send where to, still on the subscribing thread. */
@Weave(type = "reactor.netty.http.client.HttpClientConnect$HttpClientHandler", method = "<init>", arguments = 0)
final class StartHandler extends Handler {
    private final HttpClientTelemetry client;
    private final Exchanges exchanges;
    private final RequestReader requests = new RequestReader();

    StartHandler(HttpClientTelemetry client, Exchanges exchanges) {
        this.client = client;
        this.exchanges = exchanges;
    }

    @Override
    public Object enter(Object self, Object config, Object b, Object c, Object d) {
        return config;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Exchange exchange = exchanges.handledBy(result);
        if (exchange != null) {
            exchange.operation = client.start(new Destination((HttpClientConfig) scope), requests);
        }
        return result;
    }
}
